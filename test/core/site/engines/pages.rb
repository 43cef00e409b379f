# The pages that kramdown (GFM, as in Jekyll) makes of posts: a list in JSON to a list in JSON.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

options = { input: 'GFM', math_engine: 'mathjax', hard_wrap: false, syntax_highlighter: nil }
posts = JSON.parse($stdin.read)
puts JSON.generate(posts.map { |post| Kramdown::Document.new(post, options).to_html })
