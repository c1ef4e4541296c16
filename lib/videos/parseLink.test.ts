import { expect, test } from 'vitest'
import { parseLink } from './parseLink.ts'

const YT = 'aqz-KE-bpKQ'
const VI = '76979871'
const WI = 'oifkgmxnkb'
const MUX = 'uNbxnGLKJ00yfbijDO8COxTOyVKT01xpxW'

const videos: [pasted: string, means: string][] = [
  [`https://www.youtube.com/watch?v=${YT}`, `youtube ${YT}`],
  [`http://youtube.com/watch?v=${YT}&t=42s`, `youtube ${YT}`],
  [`https://www.youtube.com/watch?app=desktop&v=${YT}`, `youtube ${YT}`],
  [`https://www.youtube.com/watch?list=PLx&index=3&v=${YT}`, `youtube ${YT}`],
  [`https://www.youtube.com/watch?v=${YT}&list=PLx&index=3`, `youtube ${YT}`],
  [`https://m.youtube.com/watch?v=${YT}`, `youtube ${YT}`],
  [`https://music.youtube.com/watch?v=${YT}`, `youtube ${YT}`],
  [`youtube.com/watch?v=${YT}`, `youtube ${YT}`],
  [`//www.youtube.com/embed/${YT}`, `youtube ${YT}`],
  [`https://youtu.be/${YT}`, `youtube ${YT}`],
  [`youtu.be/${YT}?si=abcdefghij&t=10`, `youtube ${YT}`],
  [`https://www.youtube.com/shorts/${YT}?feature=share`, `youtube ${YT}`],
  [`https://www.youtube.com/live/${YT}`, `youtube ${YT}`],
  [`https://www.youtube.com/embed/${YT}?start=30`, `youtube ${YT}`],
  [`https://www.youtube.com/v/${YT}`, `youtube ${YT}`],
  [`https://www.youtube-nocookie.com/embed/${YT}`, `youtube ${YT}`],
  [`https://www.youtube.com/attribution_link?u=%2Fwatch%3Fv%3D${YT}`, `youtube ${YT}`],
  [
    `<iframe width="560" height="315" src="https://www.youtube.com/embed/${YT}?si=x&amp;start=3" title="x"></iframe>`,
    `youtube ${YT}`,
  ],
  [`  ${YT}\n`, `youtube ${YT}`],
  [`https://vimeo.com/${VI}`, `vimeo ${VI}`],
  [`vimeo.com/${VI}#t=30s`, `vimeo ${VI}`],
  [`https://vimeo.com/${VI}/8272103f6e`, `vimeo ${VI} 8272103f6e`],
  [`https://vimeo.com/${VI}/8272103f6e?share=copy`, `vimeo ${VI} 8272103f6e`],
  [`https://vimeo.com/${VI}?h=8272103f6e`, `vimeo ${VI} 8272103f6e`],
  [`https://player.vimeo.com/video/${VI}?h=8272103f6e&dnt=1`, `vimeo ${VI} 8272103f6e`],
  [`https://player.vimeo.com/video/${VI}`, `vimeo ${VI}`],
  [`https://vimeo.com/channels/staffpicks/${VI}`, `vimeo ${VI}`],
  [`https://vimeo.com/groups/shortfilms/videos/${VI}`, `vimeo ${VI}`],
  [`https://vimeo.com/showcase/1234567/video/${VI}`, `vimeo ${VI}`],
  [`https://vimeo.com/album/1234567/video/${VI}`, `vimeo ${VI}`],
  [`https://vimeo.com/manage/videos/${VI}/8272103f6e`, `vimeo ${VI} 8272103f6e`],
  [
    `<iframe src="https://player.vimeo.com/video/${VI}?h=8272103f6e&amp;badge=0" allow="autoplay"></iframe>`,
    `vimeo ${VI} 8272103f6e`,
  ],
  [VI, `vimeo ${VI}`],
  ['12345678901', 'vimeo 12345678901'],
  [`https://home.wistia.com/medias/${WI}`, `wistia ${WI}`],
  [`https://fast.wistia.net/embed/iframe/${WI}?videoFoam=true`, `wistia ${WI}`],
  [`https://fast.wistia.com/embed/medias/${WI}.jsonp`, `wistia ${WI}`],
  [`https://company.wistia.com/m/${WI}`, `wistia ${WI}`],
  [`https://school.example/lesson?wvideo=${WI}`, `wistia ${WI}`],
  [`<div class="wistia_embed wistia_async_${WI} videoFoam=true"></div>`, `wistia ${WI}`],
  [`<wistia-player media-id="${WI}" aspect="1.78"></wistia-player>`, `wistia ${WI}`],
  ['<div class="wistia_embed wistia_async_1234567890"></div>', 'wistia 1234567890'],
  [WI, `wistia ${WI}`],
  [`https://stream.mux.com/${MUX}.m3u8`, `mux ${MUX}`],
  [`https://stream.mux.com/${MUX}`, `mux ${MUX}`],
  [`https://stream.mux.com/${MUX}/high.mp4`, `mux ${MUX}`],
  [`https://stream.mux.com/${MUX}.m3u8?token=eyJhbGciOi`, `mux ${MUX} signed`],
  [`https://player.mux.com/${MUX}?metadata-video-title=x`, `mux ${MUX}`],
  [`https://player.mux.com/${MUX}?playback-token=eyJ`, `mux ${MUX} signed`],
  [`https://image.mux.com/${MUX}/thumbnail.jpg`, `mux ${MUX}`],
  [MUX, `mux ${MUX}`],
  ['videos/storm.mp4', 'file videos/storm.mp4'],
  ['/media/videos/The storm #2.mp4', 'file videos/The storm #2.mp4'],
  ['storm.webm', 'file storm.webm'],
  ['storm/index.m3u8', 'hls storm/index.m3u8'],
]

test.each(videos)('%s', (pasted, means) => {
  const read = parseLink(pasted)
  const { host, hostId, hostKey } = read.ok
    ? read.link
    : { host: read.reason, hostId: '', hostKey: '' }
  expect([host, hostId, ...(hostKey ? [hostKey] : [])].join(' ')).toBe(means)
})

const refused: [pasted: string, because: RegExp][] = [
  ['', /Paste a link/],
  ['hello there', /not a link or an id/],
  ['https://www.youtube.com/playlist?list=PLx', /YouTube playlist/],
  ['https://www.youtube.com/embed/videoseries?list=PLx', /YouTube playlist/],
  ['https://www.youtube.com/@someone', /YouTube channel/],
  ['https://www.youtube.com/channel/UCabcdefghij', /YouTube channel/],
  ['https://www.youtube.com/watch?v=short', /11 characters/],
  ['https://youtu.be/', /11 characters|not a link/],
  ['https://vimeo.com/event/1234567', /live event/],
  ['https://vimeo.com/showcase/1234567', /showcase/],
  ['https://vimeo.com/someone', /no Vimeo video/],
  ['https://fast.wistia.com/embed/channel/abcdefghij', /Wistia channel/],
  ['https://home.wistia.com/projects/abcdefghij', /no Wistia video/],
  ['https://dashboard.mux.com/organizations/x/environments/y/video/assets/z', /dashboard/],
  ['https://stream.mux.com/', /no Mux video/],
  ['https://cdn.example.com/storm.mp4', /another address/],
  ['https://cdn.example.com/storm/index.m3u8', /another address/],
  ['https://www.dailymotion.com/video/x8abcde', /not a link or an id/],
  ['https://evil.example/?x=youtube.com/watch?v=aqz-KE-bpKQ', /not a link or an id/],
  ['https://notyoutube.com/watch?v=aqz-KE-bpKQ', /not a link or an id/],
  ['https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ', /not a link or an id/],
  ['javascript:alert(1)//youtube.com/embed/aqz-KE-bpKQ', /not a link or an id/],
  ['file:///etc/passwd', /not a link or an id/],
  ['../secret.mp4', /begin with a dot/],
  ['videos/.hidden.mp4', /begin with a dot/],
]

test.each(refused)('not %s', (pasted, because) => {
  const read = parseLink(pasted)
  expect(read.ok ? read.link : read.reason).toMatch(because)
})
