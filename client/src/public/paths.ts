const publicPaths = [/^\/$/, /^\/catalogue\/[^/]+$/, /^\/open-rate$/, /^\/facilities(\/[^/]+)?$/, /^\/sign-in$/]

/** Pages anyone may open; all other addresses belong to the pages behind the sign-in. */
export function isPublicPath(path: string): boolean {
  return publicPaths.some(pattern => pattern.test(path))
}
