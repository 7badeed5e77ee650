-- Neovim as a client of its own: opens the report named on the command line, asks what a user would ask, applies the first
-- quick fix and waits until the finding is gone. Prints one line of JSON; works from 0.7 on, which Debian 12 carries.
local function fail(message)
  io.stdout:write(vim.json.encode({ failed = message }) .. "\n")
  vim.cmd("cquit 1")
end

local buffer = vim.api.nvim_get_current_buf()
vim.bo[buffer].filetype = "nianbao"
local id = vim.lsp.start_client({
  name = "nianbao",
  cmd = { vim.env.NIANBAO_NODE, vim.env.NIANBAO_SERVER, "--stdio" },
  root_dir = vim.fn.getcwd(),
})
if not id then fail("the server was not started") end
vim.lsp.buf_attach_client(buffer, id)
if not vim.wait(10000, function() return #vim.diagnostic.get(buffer) > 0 end, 20) then fail("no diagnostics") end
local client = vim.lsp.get_client_by_id(id)
local found = vim.diagnostic.get(buffer)
local first = found[1]

local function ask(method, params)
  local answers, err = vim.lsp.buf_request_sync(buffer, method, params, 5000)
  if err then fail(method .. ": " .. err) end
  return answers[id].result
end

local document = vim.lsp.util.make_text_document_params(buffer)
local line = vim.api.nvim_buf_get_lines(buffer, first.lnum, first.lnum + 1, true)[1]
local function utf16(byte) return vim.str_utfindex and select(2, vim.str_utfindex(line, byte)) or byte end
local from = { line = first.lnum, character = utf16(first.col) }
local to = { line = first.end_lnum, character = utf16(first.end_col) }
local hover = ask("textDocument/hover", { textDocument = document, position = from })
local symbols = ask("textDocument/documentSymbol", { textDocument = document })
local actions = ask("textDocument/codeAction", {
  textDocument = document,
  range = { start = from, ["end"] = to },
  context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, first.lnum) },
})
vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
if not vim.wait(5000, function() return #vim.diagnostic.get(buffer) == 0 end, 20) then fail("the finding stayed") end
vim.cmd("silent write")
client.stop()
vim.wait(3000, function() return client.is_stopped() end, 20)
io.stdout:write(vim.json.encode({
  findings = vim.tbl_map(function(each) return each.message end, found),
  codes = vim.tbl_map(function(each) return each.code end, found),
  hover = hover.contents.value,
  symbols = vim.tbl_map(function(each) return each.name end, symbols),
  actions = vim.tbl_map(function(each) return each.title end, actions),
  stopped = client.is_stopped(),
}) .. "\n")
vim.cmd("qall!")
