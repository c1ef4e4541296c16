import { dispatchMediaRequest } from '#components/player/dispatchMediaRequest.ts'
import { play } from '#components/player/play.ts'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import { framesIn } from '#lib/videos/video.ts'

/** What shortcuts act on. */
export type ShortcutActions = {
  player: PlayerHandle
  startNote(): void
  toggleTheater(): void
  showShortcuts(): void
}

type Shortcut = {
  /** Values of `KeyboardEvent.key`, letters in lower case. */
  keys: string[]
  /** The keys as shown in the dialog. */
  label: string
  description: string
  /** Works only while the player has the focus: elsewhere the key scrolls. */
  scope?: 'player'
  /** Repeats while the key is held down. */
  isRepeatable?: true
  run(actions: ShortcutActions, media: HTMLVideoElement, key: string): void
}

/** The speeds of the menu. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2]
const SKIP_SECONDS = 10
const VOLUME_STEP = 0.05

/** All keyboard shortcuts of the player, in the order of the dialog. */
export const shortcuts: Shortcut[] = [
  {
    keys: ['k', ' '],
    label: 'K or Space',
    description: 'Play or pause',
    run: (_, media) => (media.paused === false ? media.pause() : play(media)),
  },
  {
    keys: ['j', 'ArrowLeft'],
    label: 'J or ←',
    description: 'Back 10 seconds',
    isRepeatable: true,
    run: ({ player }) => player.goTo(player.frame() - framesIn(SKIP_SECONDS, player.fps)),
  },
  {
    keys: ['l', 'ArrowRight'],
    label: 'L or →',
    description: 'Forward 10 seconds',
    isRepeatable: true,
    run: ({ player }) => player.goTo(player.frame() + framesIn(SKIP_SECONDS, player.fps)),
  },
  {
    keys: [','],
    label: ',',
    description: 'Previous frame, while paused',
    isRepeatable: true,
    run: ({ player }, media) => step(player, media, -1),
  },
  {
    keys: ['.'],
    label: '.',
    description: 'Next frame, while paused',
    isRepeatable: true,
    run: ({ player }, media) => step(player, media, 1),
  },
  {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: '0 to 9',
    description: 'Go to 0% to 90% of the video',
    run: ({ player }, _, key) => player.goTo(Math.floor((player.frames * Number(key)) / 10)),
  },
  {
    keys: ['<'],
    label: '<',
    description: 'Decrease playback speed',
    run: (_, media) => {
      const slower = RATES.findLast((rate) => rate < media.playbackRate)
      if (slower) void dispatchMediaRequest(media, 'mediaplaybackraterequest', slower)
    },
  },
  {
    keys: ['>'],
    label: '>',
    description: 'Increase playback speed',
    run: (_, media) => {
      const faster = RATES.find((rate) => rate > media.playbackRate)
      if (faster) void dispatchMediaRequest(media, 'mediaplaybackraterequest', faster)
    },
  },
  {
    keys: ['m'],
    label: 'M',
    description: 'Mute or unmute',
    run: (_, media) =>
      dispatchMediaRequest(media, media.muted ? 'mediaunmuterequest' : 'mediamuterequest'),
  },
  {
    keys: ['ArrowUp'],
    label: '↑',
    description: 'Volume up, while the player has the focus',
    scope: 'player',
    isRepeatable: true,
    run: (_, media) => setVolume(media, media.volume + VOLUME_STEP),
  },
  {
    keys: ['ArrowDown'],
    label: '↓',
    description: 'Volume down, while the player has the focus',
    scope: 'player',
    isRepeatable: true,
    run: (_, media) => setVolume(media, media.volume - VOLUME_STEP),
  },
  {
    keys: ['c'],
    label: 'C',
    description: 'Turn captions on or off, if the video has them',
    run: (_, media) => dispatchMediaRequest(media, 'mediatogglesubtitlesrequest'),
  },
  {
    keys: ['f'],
    label: 'F',
    description: 'Enter or exit full screen',
    run: (_, media) =>
      dispatchMediaRequest(
        media,
        document.fullscreenElement ? 'mediaexitfullscreenrequest' : 'mediaenterfullscreenrequest',
      ),
  },
  {
    keys: ['p'],
    label: 'P',
    description: 'Enter or exit picture in picture, if supported',
    run: (_, media) =>
      dispatchMediaRequest(
        media,
        document.pictureInPictureElement ? 'mediaexitpiprequest' : 'mediaenterpiprequest',
      ),
  },
  {
    keys: ['t'],
    label: 'T',
    description: 'Enter or exit theater mode',
    run: ({ toggleTheater }) => toggleTheater(),
  },
  {
    keys: ['n'],
    label: 'N',
    description: 'Write a note at the current time',
    run: ({ startNote }) => startNote(),
  },
  {
    keys: ['?'],
    label: '?',
    description: 'Show keyboard shortcuts',
    run: ({ showShortcuts }) => showShortcuts(),
  },
]

/** Only between seeks: a picture that arrives during a seek could be counted as played. */
function step(player: PlayerHandle, media: HTMLVideoElement, frames: number): void {
  if (media.paused && !media.seeking) player.goTo(player.frame() + frames)
}

function setVolume(media: HTMLVideoElement, volume: number): void {
  void dispatchMediaRequest(media, 'mediavolumerequest', Math.min(1, Math.max(0, volume)))
}
