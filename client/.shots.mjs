import { chromium } from 'playwright-core'
const base=process.env.BASE??'http://localhost:8171'
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']})
const shots=JSON.parse(process.argv[2])
for(const {as,lang='zh-CN',w=1440,path,name,click} of shots){
  const c=await b.newContext({viewport:{width:w,height:w>500?900:844},baseURL:base})
  await c.addInitScript(l=>localStorage.setItem('language',l),lang)
  if(as) await c.request.post('/api/units/session',{data:{userName:as,password:'Demo#2026'}})
  const p=await c.newPage(); const f=[]
  p.on('pageerror',e=>f.push(String(e))); p.on('console',m=>m.type()==='error'&&f.push(m.text()))
  let to=path
  if(path.includes('{')){ const r=await (await c.request.get('/api/instruments/carriers?size=50&'+path.match(/\{(.*?)\}/)[1])).json(); to=path.replace(/\{.*?\}/,r.items[0]?.id??'none') }
  await p.goto(to); await p.locator('h1').first().waitFor(); await p.waitForTimeout(900)
  if(click){ await p.locator(click).first().click(); await p.waitForTimeout(700) }
  const over=await p.evaluate(()=>document.documentElement.scrollWidth-window.innerWidth)
  await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:true})
  console.log(name,to,'over',over,f.slice(0,3))
  await c.close()
}
await b.close()
