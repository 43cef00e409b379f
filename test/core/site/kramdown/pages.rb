# The pages that kramdown 2.4 (GFM, as in Jekyll) makes of small posts, for `kramdownOracle.test.ts`.
# Run: ruby test/core/site/kramdown/pages.rb > test/core/site/kramdown/pages.json
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

WRITTEN = [
  'so $$a\\|b$$ is $c\\_d$',
  "above\n\n$$\nx\n\ny\n$$\n\nbelow",
  "\\$$x$$\n",
  "\\$$x$$ and text\n",
  "# Head\n\n$$x$$\n",
  "text\n$$x$$\ntext",
  "$$x$$ text",
  "text $$x$$",
  "$$ a $$ $$ b $$",
  "$$\na\n$$\n{: .wide}\n\ntext",
  "$$ never closed\n\ntext $x$",
  '\\\\(a\\_b\\\\) and \\(no\\)',
  "\\\\[\na\n\\\\]",
  "\\begin{align}\na &= b \\\\\\\\\nc\n\\end{align}",
  "\\begin{align}\na &= b \\\\\nc\n\\end{align}",
  "\\begin{align}\na\n\nb\n\\end{align}",
  '$x\\{y\\}$ and $\\%z$ and $a\\,b$',
  '$p_i q_j$ and $a *b* c$ and $d$',
  '`$a$` and $b$',
  '$a$ [t $u](v) w$ $b$',
  "- item $$x$$\n- $y$\n",
  "> $$x$$\n> more\n",
  'see \\ref{a\\_b} and \\eqref{c}',
  "$a\nb$ and $c$",
  '$$a$b$$ $c$',
  '$a$$b$$c$',
  '\\\\begin{a}x\\\\end{a}',
  '$a &lt; b$ and $c &amp; d$',
].freeze

MARKS = [
  '$', '$', '$$', '$$', '\\$', '\\\\(', '\\\\)', '\\\\[', '\\\\]', '\\(', '\\[', '\\begin{a}', '\\end{a}',
  '\\\\begin{a}', '{', '}', '\\{', '\\}', '\\\\', '\\\\\\\\', '\\_', '\\|', '\\%', '\\,', '`', '`x`', 'x', 'y_1', '*z*',
  'a_b', ' ', ' ', "\n", '字', '，', '^', '='
].freeze

def generated(count)
  random = Random.new(7)
  Array.new(count) do
    blocks = Array.new(1 + random.rand(2)) do
      Array.new(2 + random.rand(8)) { MARKS[random.rand(MARKS.size)] }.join.strip.gsub(/\n\s*/, "\n")
    end
    blocks.reject(&:empty?).join("\n\n")
  end
end

# Lines that kramdown reads as another structure than CommonMark are not what is asked here.
def plain?(text)
  text.lines.none? { |line| line =~ /\A\s*(?:[=^*{]|\\\z)|\A\s*$/ && line !~ /\A\n\z/ }
end

posts = WRITTEN + generated(900).uniq.select { |text| plain?(text) }
pages = posts.map do |text|
  { 'post' => text, 'page' => Kramdown::Document.new(text, input: 'GFM', math_engine: 'mathjax').to_html }
end
puts "[\n#{pages.map { |page| JSON.generate(page) }.join(",\n")}\n]"
