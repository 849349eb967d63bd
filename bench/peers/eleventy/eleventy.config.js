// Equal work with our bare templates; docs/performance.md says what is equal and what is not.
// How many briefings a page of a list shows comes from the environment.
const ITEMS = Number(process.env.BENCH_ITEMS);

const KINDS = {
  regions: "Regions",
  partners: "Partners",
  topics: "Topics",
  pairs: "Pairs",
  years: "Timeline",
};

const MONTHS =
  "January February March April May June July August September October November December".split(" ");

const slugs = new Map();

function slug(name) {
  if (!slugs.has(name)) {
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    slugs.set(name, plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""));
  }
  return slugs.get(name);
}

const address = (kind, name) => `/${kind}/${slug(name)}.html`;

// Cut a list into pages, each with the addresses of its neighbours.
function paged(title, path, items) {
  const of = Math.max(1, Math.ceil(items.length / ITEMS));
  const url = (number) => (number === 1 ? path : path.replace(/\.html$/, `-${number}.html`));
  return Array.from({ length: of }, (_, index) => ({
    title,
    url: url(index + 1),
    items: items.slice(index * ITEMS, (index + 1) * ITEMS),
    count: items.length,
    number: index + 1,
    of,
    newer: index > 0 ? url(index) : "",
    older: index + 1 < of ? url(index + 2) : "",
  }));
}

function arranged(api) {
  const briefings = api.getFilteredByGlob("content/briefings/*.md").reverse();
  briefings.forEach((briefing, index) => {
    briefing.data.newer = briefings[index - 1];
    briefing.data.older = briefings[index + 1];
  });
  const lists = [];
  const indexes = [];
  for (const [kind, title] of Object.entries(KINDS)) {
    const terms = new Map();
    for (const briefing of briefings) {
      for (const name of briefing.data[kind]) {
        if (!terms.has(name)) terms.set(name, []);
        terms.get(name).push(briefing);
      }
    }
    const names = [...terms.keys()].sort();
    for (const name of names) lists.push(...paged(name, address(kind, name), terms.get(name)));
    const listed = names.map((name) => ({
      name,
      url: address(kind, name),
      count: terms.get(name).length,
    }));
    indexes.push({ kind, title, url: `/${kind}.html`, terms: listed });
  }
  // The list of all shows the newest, and leads to the years for the rest.
  const all = paged("Briefings", "/briefings.html", briefings.slice(0, ITEMS));
  const years = indexes.find((index) => index.kind === "years").terms;
  lists.push(...all.map((list) => ({ ...list, count: briefings.length, years })));
  return { briefings, lists, indexes };
}

module.exports = function (config) {
  let known;
  const site = (api) => (known ??= arranged(api));
  config.on("eleventy.before", () => (known = undefined));
  for (const part of ["briefings", "lists", "indexes"]) {
    config.addCollection(part, (api) => site(api)[part]);
  }
  config.addFilter("address", (name, kind) => address(kind, name));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter(
    "words",
    (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
  );
  config.amendLibrary("md", (markdown) => {
    markdown.set({ typographer: true });
    // Headings bring their ids: ## Words {#id}
    markdown.core.ruler.push("ids", (state) => {
      state.tokens.forEach((token, index) => {
        if (token.type !== "heading_open") return;
        const last = state.tokens[index + 1].children.at(-1);
        const found = / \{#([a-z0-9-]+)\}$/.exec(last?.content ?? "");
        if (found) {
          last.content = last.content.slice(0, found.index);
          token.attrSet("id", found[1]);
        }
      });
    });
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};
