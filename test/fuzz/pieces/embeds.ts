/** Things from elsewhere, of which a page must show or name the address. */
import { piece, type Piece } from './piece.ts';

const FLASH = 'type="application/x-shockwave-flash" width="425" height="344"';

export const EMBEDS: readonly Piece[] = [
  ...Object.entries({
    abcdefghijk: `<object width="425"><param name="movie" value="http://www.youtube.com/v/abcdefghijk&hl=en"></param><embed src="http://www.youtube.com/v/abcdefghijk&hl=en" ${FLASH}></embed></object>`,
    bcdefghijkl: `<embed src="//www.youtube.com/v/bcdefghijkl?version=3" ${FLASH} />`,
    cdefghijklm: `<object data="https://www.youtube-nocookie.com/embed/cdefghijklm" ${FLASH}></object>`,
    defghijklmn: `<object ${FLASH}><param name="movie" value="http://youtu.be/defghijklmn" /></object>`,
    '1234567':
      '<object width="4"><param name="movie" value="http://vimeo.com/moogaloop.swf?clip_id=1234567&amp;server=vimeo.com" /></object>',
    '2345678': '<embed src="http://www.vimeo.com/moogaloop.swf?clip_id=2345678"></embed>',
    x3abcd: `<embed src="http://www.dailymotion.com/swf/x3abcd" ${FLASH}>`,
    df8c8bd546119ad9:
      '<object class="BLOG_video_class" contentid="df8c8bd546119ad9" height="266" id="BLOG_video-df8c8bd546119ad9" width="320"></object>',
    'film-token':
      '<iframe class="BLOG_video_class" src="https://www.blogger.com/video.g?token=film-token" width="3"></iframe>',
    'song.mp3': '<embed src="https://example.org/song.mp3" autostart="false">',
    'film.mov':
      '<object classid="clsid:02BF" width="3"><param name="src" value="https://example.org/film.mov"></object>',
    'paper.pdf': '<object data="https://example.org/paper.pdf" type="application/pdf"></object>',
    'drawing.png': '<object data="https://example.org/drawing.png" type="image/png"></object>',
    'game.swf': `<embed src="https://example.org/game.swf" ${FLASH}>`,
    '4136068': '<script src="https://gist.github.com/rosa/4136068.js"></script>',
    '5136068': '<script src="https://gist.github.com/5136068.js?file=a.py"></script>',
    'asciinema.org/a/14':
      '<script id="asciicast-14" src="https://asciinema.org/a/14.js" async></script>',
    'deck-id':
      '<script async class="speakerdeck-embed" data-id="deck-id" src="//speakerdeck.com/assets/embed.js"></script>',
    'poll-12': '<script type="text/javascript" src="https://example.org/poll-12.js"></script>',
    'evaluate-this': '<script>evaluate-this("hidden")</script>',
    'status/77':
      '<blockquote class="twitter-tweet"><p>roses</p><a href="https://twitter.com/rosa/status/77">Monday</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>',
    'p/Bq8':
      '<blockquote class="instagram-media"><a href="https://www.instagram.com/p/Bq8/">A photo</a></blockquote> <script async defer src="//www.instagram.com/embed.js"></script>',
    'old-frame': '<frameset cols="1,2"><frame src="https://example.org/old-frame"></frameset>',
    'map-area':
      '<map name="m"><area shape="rect" coords="0,0,1,1" href="https://example.org/map-area" alt="roses"></map>',
    efghijklmno: 'https://www.youtube.com/watch?v=efghijklmno',
    '3456789': '<https://vimeo.com/3456789>',
    'widget-page': '<iframe src="https://example.org/widget-page"></iframe>',
    'song.ogg': '<audio src="https://example.org/song.ogg" controls/>',
    'background.mid': '<bgsound src="https://example.org/background.mid">',
  }).map(([address, markdown]) =>
    piece('embed', `${markdown}\n\n§`, '', { address, isAside: true }),
  ),
];
