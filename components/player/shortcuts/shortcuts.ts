import { askPlayer } from '#components/player/askPlayer.ts'
import { play } from '#components/player/play.ts'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import { framesIn } from '#lib/videos/video.ts'

/** What the keys act on. */
export type ShortcutActions = {
  player: PlayerHandle
  startNote(): void
  toggleTheatre(): void
  showKeys(): void
}

type Key = {
  /** As `KeyboardEvent.key` names them. */
  keys: string[]
  /** As people read them. */
  shown: string
  does: string
  /** Elsewhere in the page the key is for something else. */
  reach?: 'player'
  /** Held down, it goes on. */
  repeats?: true
  act(actions: ShortcutActions, media: HTMLVideoElement, key: string): void
}

/** As in the menu of speeds. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2]
/** Seconds. */
const FAR = 10
const LOUDER = 0.05

/** Every key of the player: what it says it does is what it does. */
export const shortcuts: Key[] = [
  {
    keys: ['k', ' '],
    shown: 'K or Space',
    does: 'Play or pause',
    act: (_, media) => (media.paused === false ? media.pause() : play(media)),
  },
  {
    keys: ['j', 'ArrowLeft'],
    shown: 'J or ←',
    does: 'Ten seconds back',
    repeats: true,
    act: ({ player }) => player.goTo(player.frame() - framesIn(FAR, player.fps)),
  },
  {
    keys: ['l', 'ArrowRight'],
    shown: 'L or →',
    does: 'Ten seconds on',
    repeats: true,
    act: ({ player }) => player.goTo(player.frame() + framesIn(FAR, player.fps)),
  },
  {
    keys: [','],
    shown: ',',
    does: 'One frame back, while it is paused',
    repeats: true,
    act: ({ player }, media) => step(player, media, -1),
  },
  {
    keys: ['.'],
    shown: '.',
    does: 'One frame on, while it is paused',
    repeats: true,
    act: ({ player }, media) => step(player, media, 1),
  },
  {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '0 to 9',
    does: 'To the beginning, to a tenth of it, to nine tenths',
    act: ({ player }, _, key) => player.goTo(Math.floor((player.frames * Number(key)) / 10)),
  },
  {
    keys: ['<'],
    shown: '<',
    does: 'Slower',
    act: (_, media) => {
      const slower = RATES.findLast((rate) => rate < media.playbackRate)
      if (slower) void askPlayer(media, 'mediaplaybackraterequest', slower)
    },
  },
  {
    keys: ['>'],
    shown: '>',
    does: 'Faster',
    act: (_, media) => {
      const faster = RATES.find((rate) => rate > media.playbackRate)
      if (faster) void askPlayer(media, 'mediaplaybackraterequest', faster)
    },
  },
  {
    keys: ['m'],
    shown: 'M',
    does: 'Sound off or on',
    act: (_, media) => askPlayer(media, media.muted ? 'mediaunmuterequest' : 'mediamuterequest'),
  },
  {
    keys: ['ArrowUp'],
    shown: '↑',
    does: 'Louder, while the focus is in the player',
    reach: 'player',
    repeats: true,
    act: (_, media) => setVolume(media, media.volume + LOUDER),
  },
  {
    keys: ['ArrowDown'],
    shown: '↓',
    does: 'Quieter, while the focus is in the player',
    reach: 'player',
    repeats: true,
    act: (_, media) => setVolume(media, media.volume - LOUDER),
  },
  {
    keys: ['c'],
    shown: 'C',
    does: 'Captions on or off, where it has them',
    act: (_, media) => askPlayer(media, 'mediatogglesubtitlesrequest'),
  },
  {
    keys: ['f'],
    shown: 'F',
    does: 'Full screen and back',
    act: (_, media) =>
      askPlayer(
        media,
        document.fullscreenElement ? 'mediaexitfullscreenrequest' : 'mediaenterfullscreenrequest',
      ),
  },
  {
    keys: ['p'],
    shown: 'P',
    does: 'Picture in picture and back, where the browser can',
    act: (_, media) =>
      askPlayer(
        media,
        document.pictureInPictureElement ? 'mediaexitpiprequest' : 'mediaenterpiprequest',
      ),
  },
  {
    keys: ['t'],
    shown: 'T',
    does: 'Wide player and back',
    act: ({ toggleTheatre }) => toggleTheatre(),
  },
  { keys: ['n'], shown: 'N', does: 'Write a note here', act: ({ startNote }) => startNote() },
  { keys: ['?'], shown: '?', does: 'These keys', act: ({ showKeys }) => showKeys() },
]

/** One after the other: a picture that comes while the next is looked for might be taken for played. */
function step(player: PlayerHandle, media: HTMLVideoElement, frames: number): void {
  if (media.paused && !media.seeking) player.goTo(player.frame() + frames)
}

function setVolume(media: HTMLVideoElement, volume: number): void {
  void askPlayer(media, 'mediavolumerequest', Math.min(1, Math.max(0, volume)))
}
