// The pages that Goldmark makes of posts with Hugo's extensions and a passthrough as Hugo's documentation
// describes it, for want of a Hugo that has one: a list in JSON to a list in JSON.
package main

import (
	"bytes"
	"encoding/json"
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

type pair struct{ open, close string }

var block = []pair{{"$$", "$$"}, {`\[`, `\]`}, {`\begin{equation}`, `\end{equation}`}, {`\begin{align}`, `\end{align}`}}
var all = append(append([]pair{}, block...), pair{"$", "$"}, pair{`\(`, `\)`})

type passed struct {
	ast.BaseInline
	segment text.Segment
	pair    pair
}

var kindPassed = ast.NewNodeKind("Passed")

func (n *passed) Kind() ast.NodeKind            { return kindPassed }
func (n *passed) Dump(source []byte, level int) {}

type passthrough struct{}

func (passthrough) Trigger() []byte { return []byte{'$', '\\'} }

func opening(line []byte) *pair {
	for i := range all {
		if bytes.HasPrefix(line, []byte(all[i].open)) {
			return &all[i]
		}
	}
	return nil
}

func (passthrough) Parse(parent ast.Node, reader text.Reader, pc parser.Context) ast.Node {
	line, start := reader.PeekLine()
	found := opening(line)
	if found == nil {
		if len(line) > 2 && line[0] == '\\' && line[1] == '\\' {
			if escaped := opening(line[2:]); escaped != nil {
				reader.Advance(2 + len(escaped.open))
				return ast.NewTextSegment(start.WithStop(start.Start + len(escaped.open) + 2))
			}
		}
		return nil
	}
	reader.Advance(len(found.open))
	l, pos := reader.Position()
	for {
		line, segment := reader.PeekLine()
		if line == nil {
			reader.SetPosition(l, pos)
			return ast.NewTextSegment(start.WithStop(start.Start + len(found.open)))
		}
		at := bytes.Index(line, []byte(found.close))
		if at < 0 {
			reader.AdvanceLine()
			continue
		}
		whole := start.WithStop(segment.Start + at + len(found.close))
		if whole.Len() == len(found.open)+len(found.close) {
			return nil
		}
		reader.Advance(at + len(found.close))
		return &passed{segment: whole, pair: *found}
	}
}

type writer struct{}

func (writer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindPassed, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			p := n.(*passed)
			isBlock := n.Parent() != nil && n.Parent().Kind() == ast.KindParagraph && isIn(block, p.pair)
			if isBlock {
				w.WriteString("</p>\n")
			}
			w.Write(p.segment.Value(source))
			if isBlock {
				w.WriteString("\n<p>")
			}
		}
		return ast.WalkContinue, nil
	})
}

func isIn(pairs []pair, one pair) bool {
	for _, p := range pairs {
		if p == one {
			return true
		}
	}
	return false
}

func main() {
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList,
			extension.DefinitionList, extension.Footnote, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithAttribute(),
			parser.WithInlineParsers(util.Prioritized(passthrough{}, 201))),
		goldmark.WithRendererOptions(html.WithUnsafe(), renderer.WithNodeRenderers(util.Prioritized(writer{}, 101))),
	)
	var posts []string
	if err := json.NewDecoder(os.Stdin).Decode(&posts); err != nil {
		panic(err)
	}
	pages := []string{}
	for _, post := range posts {
		var page bytes.Buffer
		if err := md.Convert([]byte(post), &page); err != nil {
			panic(err)
		}
		pages = append(pages, page.String())
	}
	json.NewEncoder(os.Stdout).Encode(pages)
}
