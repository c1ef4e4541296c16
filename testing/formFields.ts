/**
 * The hidden fields of the form whose button says `button`, or of the first: by them a browser
 * without JavaScript names the action.
 */
export function formFields(html: string, button = ''): Record<string, string> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((each) => each.includes(button)) ?? ''
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)
  return Object.fromEntries(
    [...inputs].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]),
  )
}
