import { readFileSync } from 'node:fs'

/** What a test report says: how many passed, and each failure as text. */

export function readTrx(file) {
  const report = readFileSync(file, 'utf8')
  const count = (name) => Number(report.match(new RegExp(`<Counters[^>]*\\b${name}="(\\d+)"`))?.[1] ?? 0)
  const failures = [...report.matchAll(/<UnitTestResult\b([^>]*outcome="Failed"[^>]*)>([\s\S]*?)<\/UnitTestResult>/g)].map(
    ([, attributes, content]) => {
      const name = unescape(attributes.match(/testName="([^"]*)"/)[1])
      const message = unescape(content.match(/<Message>([\s\S]*?)<\/Message>/)?.[1] ?? '')
      const place = unescape(content.match(/<StackTrace>([\s\S]*?)<\/StackTrace>/)?.[1] ?? '')
        .split('\n')
        .find((line) => line.includes(':line '))
      return [name, message.trim(), place?.trim()].filter(Boolean).join('\n')
    },
  )
  const failed = count('failed') + count('error') + count('timeout') + count('aborted')
  return { passed: count('passed'), failed, skipped: count('total') - count('passed') - failed, failures }
}

export function readVitest(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const failedTests = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${test.fullName}\n${(test.failureMessages[0] ?? '').split('\n').slice(0, 6).join('\n')}`),
  )
  // A file that cannot even be loaded has no tests, and fails all the same.
  const brokenFiles = report.testResults
    .filter((suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'))
    .map((suite) => `${suite.name}\n${suite.message}`)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failedTests, ...brokenFiles],
  }
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#xA': '\n', '#xD': '' }
const unescape = (text) => text.replace(/&(lt|gt|quot|apos|amp|#xA|#xD);/gi, (_, name) => entities[name] ?? entities[`#x${name.slice(2).toUpperCase()}`])
