/* Lets Sphinx's search land on answers, and limits it. Without it results are pages, as ever. */
"use strict";
(() => {
  if (typeof Search === "undefined" || !Search.makeSearchSummary) return;
  const known = JSON.parse(document.getElementById("interview-known").textContent);
  const interviews = new Map(known.interviews.map((one) => [one.name, one]));
  const summarise = Search.makeSearchSummary;
  const stemmer = new Stemmer();
  const MOST = 5;
  const SHOWN = 240;

  const make = (name, text = "", attributes = {}) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(text);
    return element;
  };

  /* Which interview an anchor is of. */
  const interviewOf = (anchor) => interviews.get(anchor.split(".")[0]);

  const wordsOf = (turn) => {
    const copy = turn.cloneNode(true);
    const others = ".headerlink, .interview-speaker, .interview-number, .interview-time";
    copy.querySelectorAll(others).forEach((other) => other.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  /* Which terms, which are stems, a text has. */
  const termsIn = (text, terms) => {
    const lower = text.toLowerCase();
    const stems = new Set(splitQuery(lower).map((word) => stemmer.stemWord(word)));
    return terms.filter((term) => stems.has(term) || lower.includes(term));
  };

  /* What an answer, or a question without one, has of the terms. */
  const found = (exchange, turn, terms) => {
    const question = exchange.querySelector(".interview-question");
    const asked = question ? wordsOf(question) : "";
    const words = wordsOf(turn);
    const own = termsIn(words, terms);
    const all = new Set([...own, ...termsIn(asked, terms)]);
    const speaker = turn.querySelector(".interview-speaker");
    return {
      anchor: turn.id || exchange.id,
      score: all.size * 100 + own.length,
      count: all.size,
      speaker: speaker ? speaker.textContent.replace(/[:\s]+$/, "") : "",
      asked,
      words,
      own,
    };
  };

  /* The answers of a page that have most of the terms; with an anchor, those that it leads to. */
  const answersIn = (html, terms, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const target = anchor && page.getElementById(decodeURIComponent(anchor.slice(1)));
    const around = target && target.closest(".interview-exchange");
    if (anchor && !around) return [];
    const exchanges = around ? [around] : [...page.querySelectorAll(".interview-exchange[id]")];
    const all = exchanges
      .filter((exchange) => interviewOf(exchange.id))
      .flatMap((exchange) => {
        const answers = exchange.querySelectorAll(".interview-answer[id]");
        const turns = answers.length ? answers : exchange.querySelectorAll(".interview-turn");
        return [...turns].map((turn) => found(exchange, turn, terms));
      });
    const most = Math.max(0, ...all.map((one) => one.count));
    const best = all.filter((one) => most && one.count === most);
    return best.sort((one, other) => other.score - one.score).slice(0, MOST);
  };

  const excerpt = ({ words, own }) => {
    const places = own.map((term) => words.toLowerCase().indexOf(term)).filter((at) => at >= 0);
    const start = Math.max(Math.min(...places, words.length) - SHOWN / 2, 0);
    const from = places.length ? start : 0;
    const tail = from + SHOWN < words.length ? "…" : "";
    return (from ? "…" : "") + words.slice(from, from + SHOWN).trim() + tail;
  };

  const item = (one) => {
    const { title } = interviewOf(one.anchor);
    const asked = one.asked.length > SHOWN ? `${one.asked.slice(0, SHOWN)}…` : one.asked;
    const link = make("a", [one.speaker, asked && `“${asked}”`].filter(Boolean).join(", "));
    const element = make("li", link);
    element.append(` (${title})`, make("p", excerpt(one), { className: "context" }));
    Object.assign(element.dataset, { anchor: one.anchor, speaker: one.speaker });
    return element;
  };

  Search.makeSearchSummary = (html, terms, anchor) => {
    const answers = answersIn(html, [...terms], anchor);
    if (!answers.length) return summarise(html, terms, anchor);
    const list = make("ul", "", { className: "interview-results" });
    list.append(...answers.map(item));
    return list;
  };

  /* Lead from a result to its answers: the first that is shown, and each. */
  const lead = (result) => {
    const items = [...result.querySelectorAll(".interview-results > li")];
    const link = result.querySelector("a");
    if (!items.length || !link) return;
    const [page] = link.href.split("#");
    items.forEach((one) => {
      one.querySelector("a").href = `${page}#${one.dataset.anchor}`;
    });
    const first = items.find((one) => !one.hidden) || items[0];
    link.href = `${page}#${first.dataset.anchor}`;
  };

  const choices = {};
  const chosen = (name) => (choices[name] ? choices[name].value : "");

  const fits = (anchor, speakers) => {
    const interview = interviewOf(anchor);
    const wanted = chosen("interview");
    return (
      interview &&
      (!wanted || wanted === "*" || wanted === interview.name) &&
      (!chosen("speaker") || speakers.includes(chosen("speaker"))) &&
      (!chosen("tag") || interview.tags.includes(chosen("tag")))
    );
  };

  const limit = () => {
    const isLimited = Object.keys(choices).some(chosen);
    for (const result of document.querySelectorAll("#search-results ul.search > li")) {
      const items = [...result.querySelectorAll(".interview-results > li")];
      items.forEach((one) => {
        one.hidden = isLimited && !fits(one.dataset.anchor, one.dataset.speaker);
      });
      const link = result.querySelector("a");
      const anchor = link ? decodeURIComponent(link.hash.slice(1)) : "";
      const isShown = items.length
        ? items.some((one) => !one.hidden)
        : fits(anchor, result.textContent);
      result.hidden = isLimited && !isShown;
      lead(result);
    }
  };

  const select = (name, label, options) => {
    const element = make("select", "", { name });
    element.setAttribute("aria-label", label);
    element.append(...options.map(([value, text]) => make("option", text, { value })));
    element.value = new URLSearchParams(location.search).get(name) || "";
    if (element.selectedIndex < 0) element.value = "";
    choices[name] = element;
    return element;
  };

  const several = (words) => [...new Set(words)].sort((one, other) => one.localeCompare(other));
  const same = (words) => words.map((word) => [word, word]);

  /* Put what limits the search above its results. */
  const offer = (results) => {
    const { words } = known;
    const group = make("p", "", { className: "interview-limits" });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.limit);
    const titles = known.interviews.map((one) => [one.name, one.title]);
    const speakers = several(known.interviews.flatMap((one) => one.speakers));
    const tags = several(known.interviews.flatMap((one) => one.tags));
    group.append(
      select("interview", words.interview, [["", words.everything], ["*", words.only], ...titles]),
      " ",
      select("speaker", words.speaker, [["", words.everybody], ...same(speakers)]),
    );
    if (tags.length) group.append(" ", select("tag", words.tag, [["", words.tags], ...same(tags)]));
    group.addEventListener("change", () => {
      const address = new URL(location.href);
      for (const name of Object.keys(choices)) {
        if (chosen(name)) address.searchParams.set(name, chosen(name));
        else address.searchParams.delete(name);
      }
      history.replaceState(null, "", address);
      limit();
    });
    results.before(group);
    // Results come one by one, their summaries later
    new MutationObserver(limit).observe(results, { childList: true, subtree: true });
  };

  const results = document.getElementById("search-results");
  if (results && known.interviews.length) offer(results);
})();
