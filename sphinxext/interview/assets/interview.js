/* Reading aids for interviews. Without them, too, every link of the page leads somewhere.

   A time plays the player of the page; what is heard is marked and followed. A long interview gets
   tools: find, show one speaker or the questions only. Every turn gets a menu: copy its address,
   citation and data, quote what is selected. Keys lead from question to question.

   The page brings what the script shows, in its language, in a template; what a project doesn't
   want isn't there. */
{
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const turnsIn = element => all('.interview-turn', element)
const nameIn = turn => all('.interview-speaker bdi', turn)[0]?.textContent ?? ''

const [aids] = all('.interview-aids')
const aid = name => aids.content.querySelector(`.interview-${name}`)?.cloneNode(true)
const status = aid('status')
const keys = aid('keys')

/* Act on each of thousands of turns, and let the browser draw now and then. */
const forEach = async (turns, act) => {
  for (const [index, turn] of turns.entries()) {
    if (index % 200 === 199) await new Promise(requestAnimationFrame)
    act(turn)
  }
}

const isInView = element => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight && top < bottom
}

const visit = turn => {
  turn.tabIndex = -1
  turn.focus({ preventScroll: true })
  turn.scrollIntoView()
}

const isOtherwise = ({ altKey, ctrlKey, metaKey, shiftKey }) => altKey || ctrlKey || metaKey || shiftKey

const silent = '.interview-speaker, .interview-number, .interview-time, .interview-uses, .headerlink'

/* What is said, with form feeds between paragraphs; and what makes a range of two offsets in it. */
const read = element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const places = []
  let text = ''
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement?.closest(silent)) continue
    places.push([node, text.length])
    text += node.data.trim() ? node.data : node.data.replace('\n', '\f')
  }
  const range = (start, end) => {
    const [first, last] = [start, end - 1].map(offset => places.findLast(([, from]) => from <= offset))
    const made = new Range()
    made.setStart(first[0], start - first[1])
    made.setEnd(last[0], end - last[1])
    return made
  }
  return { text, range }
}

/* What finds words however they are written: cases, spaces and the form of quotation marks don't count. */
const pattern = text => new RegExp(text
  .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  .replace(/\s+/g, '\\s+')
  .replace(/['‘’"“”]/g, '[\'‘’"“”]'), 'giu')

// The player

const addPlayer = (interview, player, caption) => {
  const home = player.parentElement
  const times = all('.interview-time a[href*="#t="]', interview)
    .map(link => ({ link, start: +link.hash.slice(3) }))
    .sort((one, other) => one.start - other.start)
  let heard

  interview.addEventListener('click', event => {
    const time = times.find(({ link }) => link === event.target)
    if (!time || player.networkState === player.NETWORK_NO_SOURCE || isOtherwise(event)) return
    event.preventDefault()
    player.currentTime = time.start
    player.play()
  })

  player.ontimeupdate = () => {
    const link = times.findLast(({ link, start }) =>
      link.closest('.interview-turn') && start <= player.currentTime + .01)?.link
    const turn = link?.closest('.interview-turn')
    const now = turn && all('.interview-time', turn)[1] ? link.closest('p') : turn
    if (now === heard) return
    const isWatched = !heard || isInView(heard)
    const isCalm = player.paused || matchMedia('(prefers-reduced-motion: reduce)').matches
    heard?.removeAttribute('aria-current')
    now?.setAttribute('aria-current', true)
    heard = now
    if (isWatched && !isCalm) now?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }

  /* Keep the player in reach: once it has played, the style sheet docks it when it is out of view. */
  player.addEventListener('play', () => {
    home.style.minBlockSize = `${home.offsetHeight}px`
    new IntersectionObserver(([{ isIntersecting }]) =>
      home.classList.toggle('interview-docked', !isIntersecting)).observe(home)
  }, { once: true })

  if (player.localName === 'video') return
  player.after(caption)
  player.textTracks[0]?.addEventListener('cuechange', ({ target }) =>
    caption.replaceChildren(...[...target.activeCues].flatMap(cue => [cue.getCueAsHTML(), ' '])))
}

// The tools

const addTools = (interview, exchanges, tools) => {
  const [input, show] = tools.children
  const names = new Set(all('.interview-exchange .interview-turn', interview).map(nameIn).filter(Boolean))
  let hits = []
  let now = 0

  const find = async () => {
    const text = input.value.trim()
    const wanted = pattern(text)
    const turns = text ? all('.interview-turn:not(.interview-off, .interview-off *)', interview) : []
    const found = []
    await forEach(turns, turn => {
      for (const { 0: words, index } of read(turn).text.matchAll(wanted)) {
        found.push([turn, index, index + words.length])
      }
    })
    if (input.value.trim() !== text) return
    hits = found
    now = 0
    step(0)
    if (!text) status.textContent = ''
  }

  const step = by => {
    now = (now + by + hits.length) % hits.length || 0
    const mark = (name, from, to) => {
      const ranges = hits.slice(Math.max(from, 0), to).map(([turn, ...ends]) => read(turn).range(...ends))
      CSS.highlights?.set(`interview-${name}`, new Highlight(...ranges))
      return ranges
    }
    mark('found', now - 99, now + 99)
    const here = mark('here', now, now + 1)
    here[0]?.startContainer.parentElement.scrollIntoView({ block: 'center' })
    status.textContent = status.dataset.count.replace('%1', now + here.length).replace('%2', hits.length)
  }

  input.oninput = find
  input.onkeydown = ({ key, shiftKey }) => {
    if (key === 'Enter') step(shiftKey ? -1 : 1)
    if (key === 'Escape') {
      const turn = hits[now]?.[0]
      input.value = ''
      find()
      if (turn) visit(turn)
    }
  }

  /* Show everything, the questions, or what one speaker says and was asked. */
  show.onchange = () => {
    const chosen = show.selectedIndex
    const hide = (element, off) => element.classList.toggle('interview-off', off)
    const isAsked = turn => turn.matches('.interview-question')
    const isWanted = turn => chosen > 1 ? nameIn(turn) === show.value : !chosen || isAsked(turn)
    for (const exchange of exchanges) {
      const turns = turnsIn(exchange)
      hide(exchange, !turns.some(isWanted))
      for (const turn of turns) hide(turn, !isWanted(turn) && !isAsked(turn))
    }
  }

  if (names.size > 2) show.append(...[...names].map(name => new Option(name)))
  if (keys && !keys.isConnected) tools.append(keys)
  all('.interview-topic, .interview-exchange[id]', interview)[0].before(tools)
}

// The menu of a turn

/* How each address is cited: what stands in JSON-LD. */
const readCredits = () => {
  const credits = {}
  const note = (_, value) => {
    if (value?.creditText) credits[value['@id']] = value.creditText
    return value
  }
  for (const { text } of all('script[type="application/ld+json"]')) {
    if (text.includes('creditText')) JSON.parse(text, note)
  }
  return credits
}

/* The entry for a turn, made of that for its interview: CSL-JSON, RIS or BibTeX. */
const entry = (text, id, address) => {
  if (text[0] === '[') return JSON.stringify([{ ...JSON.parse(text)[0], id, URL: address }], null, 1)
  if (text[0] === 'T') {
    return text.replace(/^UR  .*\r\n/m, '').replace(/^ID  .*/m, () => `ID  - ${id}\r\nUR  - ${address}`)
  }
  return text.replace(/^  url .*\n/m, '').replace(/{.*/, () => `{${id},\n  url = {${address}},`)
}

/* The words of a turn that are selected, as whole words, else all; and what stands around them. */
const quoted = turn => {
  const { text } = read(turn)
  const offset = (node, inside) => {
    const above = new Range()
    above.setStart(turn, 0)
    above.setEnd(node, inside)
    return read(above.cloneContents()).text.length
  }
  const selection = getSelection()
  const range = selection.rangeCount && selection.getRangeAt(0)
  const isHere = range && turn.contains(range.commonAncestorContainer)
  const from = isHere ? offset(range.startContainer, range.startOffset) : 0
  const part = isHere ? text.slice(from, offset(range.endContainer, range.endOffset)) : ''
  const isPart = part.trim()
  const [start, said] = isPart ? [from, part] : [0, text]
  const words = new Intl.Segmenter([], { granularity: 'word' }).segment(text)
  const first = words.containing(start + said.search(/\S/))?.index
  const last = words.containing(start + said.trimEnd().length - 1)
  const end = last && last.index + last.segment.length
  return { isPart, before: text.slice(0, first), text: text.slice(first, end), behind: text.slice(end) }
}

/* The end of an address that makes a browser mark the words; empty where it might mark others.
   Source: WICG, URL Fragment Text Directives. */
const fragment = ({ before, text, behind }) => {
  const encode = part => encodeURIComponent(part.trim().replace(/\s+/g, ' ')).replaceAll('-', '%2D')
  const [prefix] = before.match(/(\S+[^\S\f]*){0,3}$/)
  const [suffix] = behind.match(/^([^\S\f]*\S+){0,3}/)
  const places = document.body.textContent.split(pattern(prefix + text + suffix))
  if (places.length !== 2 || text.includes('\f')) return ''
  return ':~:text=' + (prefix && encode(prefix) + '-,') + encode(text) + (suffix && ',-' + encode(suffix))
}

const addMenu = (interview, turns, menu) => {
  const page = (all('link[rel="canonical"]')[0] ?? location).href.split(/[?#]/)[0]
  const [file] = all('[name=file]', menu)
  let known, credits

  interview.addEventListener('click', ({ target }) => {
    if (!target.matches('.interview-more')) return
    const turn = target.parentElement
    const id = turn.id || turn.parentElement.id
    const address = new URL(`#${id}`, page).href
    const name = `#${id.split('.')[0]}`
    credits ??= readCredits()
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
  }, true)

  menu.onclick = async ({ target: { name, value } }) => {
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
  interview.append(menu)
  forEach(turns, turn => {
    const more = aid('more')
    more.popoverTargetElement = menu
    turn.append(more)
  })
}

// The keys

const addKeys = exchanges => {
  const go = by => {
    const shown = exchanges.filter(exchange => !exchange.matches('.interview-off'))
    const from = shown.findLastIndex(exchange => exchange.getBoundingClientRect().top < 100 ||
      exchange.contains(document.activeElement) && isInView(exchange))
    const exchange = shown[from + by]
    if (exchange) visit(turnsIn(exchange)[0])
  }

  const acts = { j: () => go(1), k: () => go(-1), f: () => all('.interview-tools input')[0].focus() }
  document.addEventListener('keydown', event => {
    const act = acts[event.key]
    const isElsewhere = event.target.closest('input, select, textarea, [contenteditable]')
    if (!act || !keys.isConnected || !keys.control.checked || isElsewhere || isOtherwise(event)) return
    event.preventDefault()
    act()
  })
}

document.body.append(status)
for (const interview of all('.interview:not(.interview-excerpt, .interview *)')) {
  const exchanges = all('.interview-exchange[id]', interview)
  const [player] = all('audio, video', interview)
  const [caption, tools, menu] = ['caption', 'tools', 'menu'].map(aid)
  if (player && caption) addPlayer(interview, player, caption)
  if (tools && exchanges.length > 3) addTools(interview, exchanges, tools)
  if (menu && navigator.clipboard) addMenu(interview, all('.interview-exchange[id] > .interview-turn', interview), menu)
}
if (keys) addKeys(all('.interview-exchange[id]'))
}
