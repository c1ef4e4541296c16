/**
 * The hidden fields of the form that contains `button`, or of the first form: they identify the server
 * action when a browser without JavaScript submits it.
 */
export function formFields(html: string, button = ''): Record<string, string> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((each) => each.includes(button)) ?? ''
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)
  return Object.fromEntries(
    [...inputs].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]),
  )
}
