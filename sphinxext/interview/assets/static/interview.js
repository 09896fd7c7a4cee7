/* Reading aids for interviews. Without them, too, every link of the page leads somewhere.

   A time plays the player of the page; what is heard is marked and followed. A long interview gets
   tools: find, show one speaker or the questions only. Every turn gets a menu: copy its address,
   citation and data, quote what is selected. Keys lead from question to question.

   The page brings what the script shows, in its language, in a template; what a project doesn't
   want isn't there. */
(() => {
'use strict'

const aids = document.querySelector('.interview-aids')
const status = aid('status')

function aid (name) {
  return aids.content.querySelector(`.interview-${name}`)?.cloneNode(true)
}

function all (selector, within = document) {
  return [...within.querySelectorAll(selector)]
}

/* Act on each of thousands of turns, and let the browser draw now and then. */
async function forEach (turns, act) {
  for (let from = 0; from < turns.length; from += 400) {
    if (from) await new Promise(requestAnimationFrame)
    turns.slice(from, from + 400).forEach(act)
  }
}

function isInView (element) {
  const { top, bottom, height } = element.getBoundingClientRect()
  return height && bottom > 0 && top < innerHeight
}

function visit (turn) {
  turn.tabIndex = -1
  turn.focus({ preventScroll: true })
  turn.scrollIntoView()
}

function nameIn (turn) {
  return turn.querySelector('.interview-speaker bdi')?.textContent ?? ''
}

/* What is said, with form feeds between paragraphs; its nodes, with the offset at which each starts. */
function read (element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const silent = '.interview-speaker, .interview-number, .interview-time, .interview-uses, .headerlink'
  const places = []
  let text = ''
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement?.closest(silent)) continue
    places.push({ node, from: text.length })
    text += node.data.trim() ? node.data : node.data.replace('\n', '\f')
  }
  return { text, places }
}

function rangeOf ({ turn, start, end }) {
  const { places } = read(turn)
  const [first, last] = [start, end - 1].map(offset => places.findLast(({ from }) => from <= offset))
  const range = new Range()
  range.setStart(first.node, start - first.from)
  range.setEnd(last.node, end - last.from)
  return range
}

/* What finds words however they are written: cases, spaces and the form of quotation marks don't count. */
function pattern (text) {
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  return new RegExp(plain.replace(/['‘’]/g, "['‘’]").replace(/["“”]/g, '["“”]'), 'giu')
}

// The player

function addPlayer (interview, player) {
  const times = all('.interview-time a[href*="#t="]', interview).map(link => ({ link, start: Number(link.hash.slice(3)) }))
  const home = player.parentElement
  let heard

  function play (event) {
    const time = times.find(({ link }) => link === event.target)
    const isSilent = player.networkState === HTMLMediaElement.NETWORK_NO_SOURCE
    if (!time || isSilent || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    player.currentTime = time.start
    player.play()
  }

  function follow () {
    const link = times.findLast(({ start }) => start <= player.currentTime + .01)?.link
    const turn = link?.closest('.interview-turn')
    const now = turn && all('.interview-time', turn)[1] ? link.closest('p') : turn
    if (now === heard) return
    const isWatched = !heard || isInView(heard)
    const isCalm = player.paused || matchMedia('(prefers-reduced-motion: reduce)').matches
    heard?.removeAttribute('aria-current')
    now?.setAttribute('aria-current', 'true')
    heard = now
    if (isWatched && !isCalm) now?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }

  /* Keep the player in reach: once it has played, the style sheet docks it when it is out of view. */
  function dock () {
    home.style.minBlockSize = `${home.offsetHeight}px`
    new IntersectionObserver(([{ isIntersecting }]) =>
      home.classList.toggle('interview-docked', !isIntersecting)).observe(home)
  }

  times.sort((one, other) => one.start - other.start)
  interview.addEventListener('click', play)
  player.addEventListener('timeupdate', follow)
  player.addEventListener('play', dock, { once: true })
  if (player.localName === 'audio') addCaption(player, aid('caption'))
}

function addCaption (player, caption) {
  player.after(caption)
  player.textTracks[0]?.addEventListener('cuechange', ({ target }) =>
    caption.replaceChildren(...[...target.activeCues].flatMap(cue => [cue.getCueAsHTML(), ' '])))
}

// The tools

function addTools (tools, interview, exchanges) {
  const [input, show] = tools.children
  const names = new Set(all('.interview-exchange .interview-turn', interview).map(nameIn).filter(Boolean))
  let [hits, now] = [[], 0]

  async function find () {
    const text = input.value.trim()
    const turns = text ? all('.interview-turn:not(.interview-off, .interview-off *)', interview) : []
    const found = []
    await forEach(turns, turn => {
      for (const hit of read(turn).text.matchAll(pattern(text))) {
        found.push({ turn, start: hit.index, end: hit.index + hit[0].length })
      }
    })
    if (input.value.trim() !== text) return
    hits = found
    now = 0
    step(0)
    if (!text) status.textContent = ''
  }

  function step (by) {
    now = (now + by + hits.length) % hits.length || 0
    const here = hits.slice(now, now + 1).map(rangeOf)
    const near = hits.slice(Math.max(0, now - 99), now + 99).map(rangeOf)
    CSS.highlights?.set('interview-found', new Highlight(...near))
    CSS.highlights?.set('interview-here', new Highlight(...here))
    here[0]?.startContainer.parentElement.scrollIntoView({ block: 'center' })
    status.textContent = status.dataset.count.replace('%1', now + here.length).replace('%2', hits.length)
  }

  /* Show everything, the questions, or what one speaker says and was asked. */
  function filter () {
    const chosen = show.selectedIndex
    const hide = (element, off) => element.classList.toggle('interview-off', off)
    const isAsked = turn => turn.matches('.interview-question')
    const isWanted = turn => chosen > 1 ? nameIn(turn) === show.value : !chosen || isAsked(turn)
    for (const exchange of exchanges) {
      const turns = all('.interview-turn', exchange)
      hide(exchange, !turns.some(isWanted))
      for (const turn of turns) hide(turn, !isWanted(turn) && !isAsked(turn))
    }
  }

  input.oninput = find
  input.onkeydown = ({ key, shiftKey }) => {
    if (key === 'Enter') step(shiftKey ? -1 : 1)
    if (key === 'Escape') {
      const [here] = hits.slice(now)
      input.value = ''
      find()
      if (here) visit(here.turn)
    }
  }
  if (names.size > 2) show.append(...[...names].map(name => new Option(name)))
  show.onchange = filter
  if (keys && !keys.isConnected) tools.append(keys)
  interview.querySelector('.interview-topic, .interview-exchange[id]').before(tools)
}

// The menu of a turn

/* How each address is cited: what stands in JSON-LD. */
function readCredits () {
  const credits = {}
  for (const { text } of all('script[type="application/ld+json"]')) {
    if (!text.includes('"creditText"')) continue
    const whole = JSON.parse(text)
    const answers = whole.hasPart?.flatMap(question => question.suggestedAnswer ?? []) ?? []
    for (const one of [whole, ...answers]) credits[one['@id']] = one.creditText
  }
  return credits
}

/* The entry for a turn, made of that for its interview: CSL-JSON, RIS or BibTeX. */
function entry (text, id, address) {
  if (text[0] === '[') return JSON.stringify([{ ...JSON.parse(text)[0], id, URL: address }], null, 1)
  if (text[0] === 'T') {
    return text.replace(/^UR  .*\r\n/m, '').replace(/^ID  .*/m, () => `ID  - ${id}\r\nUR  - ${address}`)
  }
  return text.replace(/^  url .*\n/m, '').replace(/{.*/, () => `{${id},\n  url = {${address}},`)
}

/* The words of a turn that are selected, as whole words, else all; and what stands around them. */
function quoted (turn) {
  const { text } = read(turn)
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : new Range()
  const isPart = !range.collapsed && turn.contains(range.commonAncestorContainer)
  let [start, end] = [0, text.length]
  if (isPart) {
    const before = new Range()
    before.setStart(turn, 0)
    before.setEnd(range.startContainer, range.startOffset)
    start = read(before.cloneContents()).text.length
    end = start + read(range.cloneContents()).text.length
  }
  const pieces = [...new Intl.Segmenter([], { granularity: 'word' }).segment(text)].filter(({ index, segment }) =>
    index < end && index + segment.length > start && segment.trim())
  const last = pieces.at(-1)
  start = pieces[0]?.index
  end = last && last.index + last.segment.length
  return { isPart, before: text.slice(0, start), text: text.slice(start, end), behind: text.slice(end) }
}

/* The end of an address that makes a browser mark the words; empty where it might mark others.
   Source: WICG, URL Fragment Text Directives. */
function fragment ({ before, text, behind }) {
  const encode = part => encodeURIComponent(part.trim().replace(/\s+/g, ' ')).replace(/-/g, '%2D')
  const prefix = before.split('\f').pop().trimStart().split(/(?<=\s)/).slice(-3).join('')
  const suffix = behind.split('\f')[0].trimEnd().split(/(?=\s)/).slice(0, 3).join('')
  const places = [...document.body.textContent.matchAll(pattern(prefix + text + suffix))]
  if (places.length !== 1 || text.includes('\f')) return ''
  return ':~:text=' + (prefix && encode(prefix) + '-,') + encode(text) + (suffix && ',-' + encode(suffix))
}

function addMenu (menu, interview, turns) {
  const page = (document.querySelector('link[rel="canonical"]') ?? location).href.split(/[?#]/)[0]
  const file = menu.querySelector('[name=file]')
  let known, credits

  function fill ({ target }) {
    if (!target.matches('.interview-more')) return
    const turn = target.parentElement
    const id = turn.id || turn.closest('.interview-exchange').id
    const address = new URL(`#${id}`, page).href
    credits ??= readCredits()
    const name = `#${id.split('.')[0]}`
    const reference = credits[name]
    const isOfPage = reference?.includes(page + name)
    const quote = quoted(turn)
    const text = quote.text.replace(/\s+/g, ' ')
    known = {
      link: address,
      rest: `:interview:quote:\`${text.replace(/[\\`<]|^!/g, '\\$&')} <${id}>\``,
      markdown: `> ${text.replace(/[\\`*_[\]<]/g, '\\$&')}\n>\n> — [${nameIn(turn)}](${address})`,
      words: quote.isPart && address + fragment(quote),
      citation: credits[`#${id}`],
      reference: isOfPage ? reference.replace(page + name, () => address) : reference && `${reference} ${address}`,
      file: async href => entry(await (await fetch(href)).text(), id, address)
    }
    for (const item of menu.children) item.hidden = !known[item.name]
  }

  async function copy ({ target: { name, value } }) {
    if (!name) return
    menu.hidePopover()
    status.textContent = ''
    const item = new ClipboardItem({ 'text/plain': value ? known.file(value) : known[name] })
    const { copied, failed } = status.dataset
    status.textContent = await navigator.clipboard.write([item]).then(() => copied, () => failed)
    setTimeout(() => { status.textContent = '' }, 4000)
  }

  for (const { href, textContent } of all('.interview-exports a', interview)) {
    const item = file.cloneNode(true)
    item.value = href
    item.textContent = textContent
    file.before(item)
  }
  file.remove()
  interview.addEventListener('click', fill, true)
  menu.onclick = copy
  interview.append(menu)
  forEach(turns, turn => {
    const more = aid('more')
    more.popoverTargetElement = menu
    turn.append(more)
  })
}

// The keys

function addKeys (label, exchanges) {
  function go (by) {
    const shown = exchanges.filter(exchange => !exchange.matches('.interview-off'))
    const from = shown.findLastIndex(exchange => exchange.getBoundingClientRect().top < 100 ||
      exchange.contains(document.activeElement) && isInView(exchange))
    const turn = shown[from + by]?.querySelector('.interview-turn')
    if (turn) visit(turn)
  }

  const acts = { j: () => go(1), k: () => go(-1), f: () => document.querySelector('.interview-tools input').focus() }
  document.addEventListener('keydown', event => {
    const act = acts[event.key]
    const isOn = label.isConnected && label.control.checked
    const isElsewhere = event.target.closest('input, select, textarea, [contenteditable]')
    if (!act || !isOn || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
}

const keys = aid('keys')
document.body.append(status)
for (const interview of all('.interview:not(.interview-excerpt, .interview *)')) {
  const exchanges = all('.interview-exchange[id]', interview)
  const [player] = all('audio, video', interview)
  const [tools, menu] = [aid('tools'), aid('menu')]
  if (player && aid('caption')) addPlayer(interview, player)
  if (tools && exchanges.length > 3) addTools(tools, interview, exchanges)
  if (menu && navigator.clipboard) addMenu(menu, interview, all('.interview-exchange[id] > .interview-turn', interview))
}
if (keys) addKeys(keys, all('.interview-exchange[id]'))
})()
