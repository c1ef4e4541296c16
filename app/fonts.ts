import localFont from 'next/font/local'

/*
 * The Latin letters of the three fonts, asked for before the page has been read, so that nothing
 * is first set in another font. All other letters come from the same packages' style sheets, when
 * a page has some.
 */
const geist = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--geist-latin',
  adjustFontFallback: false,
})

const geistMono = localFont({
  src: '../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--geist-mono-latin',
  adjustFontFallback: false,
})

const newsreader = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  weight: '200 800',
  variable: '--newsreader-latin',
  adjustFontFallback: false,
})

/** Class names that name the fonts for the style sheet. */
export const fontNames = `${geist.variable} ${geistMono.variable} ${newsreader.variable}`
