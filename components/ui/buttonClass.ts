export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger'

const shape =
  'inline-flex min-h-10 items-center justify-center gap-2 rounded-control border py-2 text-sm font-medium ' +
  'transition-opacity duration-150 hover:opacity-85 disabled:opacity-50 aria-disabled:opacity-70'

const kinds: Record<ButtonKind, string> = {
  primary: 'border-transparent px-4 bg-accent text-on-accent',
  quiet: 'border-line px-4 bg-transparent text-text hover:bg-raise hover:opacity-100',
  plain: 'border-transparent px-2 text-mute hover:text-text hover:opacity-100',
  danger: 'border-transparent px-4 bg-bad text-on-bad',
}

/** The classes of a button, also for links that look like one. */
export function buttonClass(kind: ButtonKind = 'primary', more = ''): string {
  return `${shape} ${kinds[kind]} ${more}`.trimEnd()
}
