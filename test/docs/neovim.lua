-- Opens a post in Neovim and prints what the server answers, as JSON; run with the blog as working directory.
local function ask(method, line, column)
  local parameters = {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    position = { line = line, character = column },
  }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, parameters, 60000) or {}) do
    return answer.result
  end
end

vim.cmd('edit post.md')
vim.cmd('setfiletype markdown')
vim.wait(60000, function()
  return #vim.diagnostic.get(0) > 0
end)

local messages = {}
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  table.insert(messages, { line = diagnostic.lnum, code = diagnostic.code })
end
local labels = {}
for _, item in ipairs(ask('textDocument/completion', 2, 10).items) do
  table.insert(labels, item.label)
end
io.stdout:write(vim.json.encode({
  diagnostics = messages,
  hover = ask('textDocument/hover', 2, 10).contents.value,
  definition = ask('textDocument/definition', 2, 10)[1].targetRange.start.line,
  labels = labels,
}))
vim.cmd('qall!')
