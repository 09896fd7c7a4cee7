'use strict'
// Filters and sorts a list in place; without it the links lead to pages that show the same

for (const browser of document.querySelectorAll('.interview-browser')) {
  const items = [...browser.querySelectorAll(':is(ul, .interview-cards).interview-list > *, .interview-list > tbody > tr')]
  const links = [...browser.querySelectorAll('.interview-choices a')]
  const status = browser.querySelector('[role="status"]')
  const reset = browser.querySelector('.interview-shown button')
  const numbers = new Map(links.map(link => [link, new Set(link.dataset.items.split(' ').map(Number))]))
  const name = link => link.closest('details').dataset.name
  const facets = links.filter(link => name(link) !== 'sort')
  const chosen = new Map()
  const start = links.find(link => link.ariaCurrent === 'true')

  // Which items are left by what is chosen, but for one facet
  const left = (except = '') => items.filter((item, number) =>
    [...chosen].every(([facet, link]) => facet === 'sort' || facet === except || numbers.get(link).has(number)))

  const show = () => {
    const shown = new Set(left())
    for (const item of items) item.hidden = !shown.has(item)
    const sort = chosen.get('sort') ?? start
    if (sort) for (const number of numbers.get(sort)) items[number].parentNode.append(items[number])
    for (const link of links) {
      const isChosen = chosen.get(name(link)) === link || (link === sort && !chosen.has('sort'))
      isChosen ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')
    }
    for (const link of facets) {
      const others = left(name(link))
      const count = others.filter(item => numbers.get(link).has(items.indexOf(item))).length
      link.querySelector('small').textContent = ` ${count}`
      link.classList.toggle('interview-none', !count)
    }
    const isPart = shown.size < items.length
    status.textContent = isPart
      ? status.dataset.count.replace('%1', shown.size).replace('%2', items.length) : ''
    reset.hidden = !facets.some(link => chosen.get(name(link)) === link)
  }

  const remember = () => {
    const query = new URLSearchParams([...chosen].map(([facet, link]) => [facet, link.firstChild.data]))
    history.replaceState(history.state, '', `${query.size ? `?${query}` : location.pathname}${location.hash}`)
  }

  browser.addEventListener('click', event => {
    const link = event.target.closest('.interview-choices a')
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const facet = name(link)
    if (facet !== 'sort' && chosen.get(facet) === link) chosen.delete(facet)
    else chosen.set(facet, link)
    show()
    remember()
  })
  reset.addEventListener('click', () => {
    for (const link of facets) chosen.delete(name(link))
    show()
    remember()
    links[0].focus()
  })

  for (const link of facets) link.append(document.createElement('small'))
  for (const [facet, text] of new URLSearchParams(location.search)) {
    const link = links.find(link => name(link) === facet && link.firstChild.data === text)
    if (link) chosen.set(facet, link)
  }
  show()
}
