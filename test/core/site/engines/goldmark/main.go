// The pages that Goldmark makes of posts with Hugo's extensions and a passthrough that does what Hugo's
// does, for want of a Hugo that has one: a list in JSON to a list in JSON.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The delimiters in the order in which they are tried; `answers.ts` has the same.
var delimiters = []delimiter{
	{open: `$$`, close: `$$`, block: true},
	{open: `\[`, close: `\]`, block: true},
	{open: `\begin{equation}`, close: `\end{equation}`, block: true},
	{open: `\begin{align}`, close: `\end{align}`, block: true},
	{open: `$`, close: `$`},
	{open: `\(`, close: `\)`},
}

func main() {
	var posts []string
	if err := json.NewDecoder(os.Stdin).Decode(&posts); err != nil {
		log.Fatal(err)
	}
	engine := hugo()
	pages := make([]string, len(posts))
	for index, post := range posts {
		var page bytes.Buffer
		if err := engine.Convert([]byte(post), &page); err != nil {
			log.Fatal(err)
		}
		pages[index] = page.String()
	}
	if err := json.NewEncoder(os.Stdout).Encode(pages); err != nil {
		log.Fatal(err)
	}
}

// Goldmark as Hugo sets it up without a configuration, and with the passthrough.
func hugo() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote,
			extension.Typographer, passthrough{}),
		goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithAttribute()),
		goldmark.WithRendererOptions(html.WithUnsafe()),
	)
}

type delimiter struct {
	open, close string
	block       bool
}

func delimiterAt(line []byte) (delimiter, bool) {
	for _, candidate := range delimiters {
		if bytes.HasPrefix(line, []byte(candidate.open)) {
			return candidate, true
		}
	}
	return delimiter{}, false
}

// Passes what stands between delimiters through, delimiters and all: an inline construct to Goldmark's
// parser, which leaves its paragraph behind if it is a block, and text as it stands to its renderer.
type passthrough struct{}

func (passthrough) Extend(engine goldmark.Markdown) {
	const early = 90
	engine.Parser().AddOptions(
		parser.WithInlineParsers(util.Prioritized(passthrough{}, early)),
		parser.WithASTTransformers(util.Prioritized(passthrough{}, early)),
	)
	engine.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(passthrough{}, early)))
}

func (passthrough) Trigger() []byte { return []byte(`$\`) }

// A start delimiter without an end, or behind two backslashes, is text.
func (passthrough) Parse(_ ast.Node, reader text.Reader, _ parser.Context) ast.Node {
	line, here := reader.PeekLine()
	if found, ok := delimiterAt(line); ok {
		end := firstEnd(reader, found)
		switch {
		case end < 0:
			return plain(reader, here.Start, len(found.open))
		case end == here.Start+len(found.open):
			return nil
		}
		advanceTo(reader, end+len(found.close))
		return &passage{source: here.WithStop(end + len(found.close)), block: found.block}
	}
	if bytes.HasPrefix(line, []byte(`\\`)) {
		if found, ok := delimiterAt(line[2:]); ok {
			return plain(reader, here.Start, 2+len(found.open))
		}
	}
	return nil
}

// The place in the source of the first end delimiter behind the start delimiter, or -1. No end delimiter
// goes on over a line's end.
func firstEnd(reader text.Reader, of delimiter) int {
	line, place := reader.Position()
	defer reader.SetPosition(line, place)
	reader.Advance(len(of.open))
	for rest, segment := reader.PeekLine(); rest != nil; rest, segment = reader.PeekLine() {
		if at := bytes.Index(rest, []byte(of.close)); at >= 0 {
			return segment.Start + at
		}
		reader.AdvanceLine()
	}
	return -1
}

func advanceTo(reader text.Reader, place int) {
	for _, segment := reader.PeekLine(); segment.Stop < place; _, segment = reader.PeekLine() {
		reader.AdvanceLine()
	}
	_, segment := reader.PeekLine()
	reader.Advance(place - segment.Start)
}

func plain(reader text.Reader, start, length int) ast.Node {
	reader.Advance(length)
	return ast.NewTextSegment(text.NewSegment(start, start+length))
}

// A block stands between paragraphs, and no paragraph is empty. In a tight list there are none.
func (passthrough) Transform(document *ast.Document, _ text.Reader, _ parser.Context) {
	var paragraphs []ast.Node
	err := ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && node.Kind() == ast.KindParagraph {
			paragraphs = append(paragraphs, node)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, paragraph := range paragraphs {
		splitAtBlocks(paragraph)
	}
}

func splitAtBlocks(paragraph ast.Node) {
	parent := paragraph.Parent()
	part := ast.NewParagraph()
	finish := func() {
		if part.HasChildren() {
			parent.InsertBefore(parent, paragraph, part)
		}
		part = ast.NewParagraph()
	}
	for child := paragraph.FirstChild(); child != nil; child = paragraph.FirstChild() {
		if found, ok := child.(*passage); ok && found.block {
			finish()
			found.alone = true
			parent.InsertBefore(parent, paragraph, child)
		} else {
			part.AppendChild(part, child)
		}
	}
	finish()
	parent.RemoveChild(parent, paragraph)
}

var passageKind = ast.NewNodeKind("Passage")

type passage struct {
	ast.BaseInline
	source       text.Segment
	block, alone bool
}

func (*passage) Kind() ast.NodeKind { return passageKind }

func (node *passage) Dump(source []byte, level int) {
	ast.DumpHelper(node, source, level, nil, nil)
}

func (passthrough) RegisterFuncs(registry renderer.NodeRendererFuncRegisterer) {
	registry.Register(passageKind, writePassage)
}

func writePassage(page util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	found := node.(*passage)
	behind := ""
	if found.alone {
		behind = "\n"
	}
	_, err := page.WriteString(string(found.source.Value(source)) + behind)
	return ast.WalkContinue, err
}
