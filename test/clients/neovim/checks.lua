-- What a user does in Neovim, with its own functions, on the cables of test/clients/workspace. Each check writes one line of JSON.
local LIMIT = 60000
local workspace = vim.env.CABLE_WORKSPACE
local results = assert(io.open(vim.env.CABLE_RESULTS, 'w'))
local failures = 0

local function note(name, err)
  if err then failures = failures + 1 end
  results:write(vim.json.encode({ name = name, error = err }) .. '\n')
  results:flush()
end
-- What stands before each check, whatever the one before has left.
local fresh = function() end
local function check(name, run)
  fresh()
  local ok, err = xpcall(run, debug.traceback)
  note(name, not ok and tostring(err) or nil)
  return ok
end
local function wait_for(what, is_true)
  assert(vim.wait(LIMIT, is_true, 20), what .. ' did not come')
end
local function same(found, wanted, what)
  assert(vim.deep_equal(found, wanted), (what or '') .. '\nfound ' .. vim.inspect(found) .. '\nwanted ' .. vim.inspect(wanted))
end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(workspace .. '/' .. name))
  return vim.api.nvim_get_current_buf()
end
local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end
local function set_text(new)
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(new, '\n'))
end
local function replaced(whole, old, new)
  local from, to = whole:find(old, 1, true)
  assert(from, 'no ' .. old)
  return whole:sub(1, from - 1) .. new .. whole:sub(to + 1)
end
-- The cursor on the first letter of `word`, the first that comes after `after`.
local function go_to(word, after)
  vim.fn.cursor(1, 1)
  assert(not after or vim.fn.search('\\V' .. after, 'cW') > 0, 'no ' .. tostring(after))
  assert(vim.fn.search('\\C\\V' .. word, 'cW') > 0, 'no ' .. word)
end
local function diagnostics()
  return vim.tbl_map(function(each) return each.user_data and each.user_data.lsp.code or each.code end, vim.diagnostic.get(0))
end
local function has(list, item) return vim.tbl_contains(list, item) end
-- What `run` tells the user by `vim.notify`.
local function told_by(run)
  local notify, told = vim.notify, {}
  vim.notify = function(message) table.insert(told, message) end
  local ok, err = pcall(function()
    run()
    wait_for('a message', function() return #told > 0 end)
  end)
  vim.notify = notify
  assert(ok, err)
  return told[1]
end

local function all()
  local buf = open('ferry.cable')
  local ferry = text()
  check('*.cable is a cable, a .txt that looks like one too, another is not', function()
    same(vim.bo.filetype, 'cable')
    open('later.txt')
    same(vim.bo.filetype, 'cable')
    open('notes.txt')
    same(vim.bo.filetype, 'text')
    vim.cmd('buffer ' .. buf)
  end)
  local started = check('the server starts', function()
    wait_for('the server', function()
      local client = require('cable').client()
      return client and client.server_capabilities and client.server_capabilities.hoverProvider
    end)
  end)
  if not started then return end
  fresh = function()
    for _, command in ipairs({ 'cclose', 'only!', 'buffer ' .. buf }) do vim.cmd('silent! ' .. command) end
    vim.fn.setqflist({})
    if text() ~= ferry then set_text(ferry) end
  end

  check('one server serves all cables of a folder', function()
    same(#vim.lsp.get_active_clients(), 1)
  end)
  check('colours of the structure', function()
    local function group(line, column) return vim.fn.synIDattr(vim.fn.synID(line, column, 1), 'name') end
    same({ group(1, 1), group(1, 3), group(4, 1), group(8, 1), group(15, 1) },
      { 'cablePrecedence', 'cableDate', 'cableClassification', 'cableLabel', 'cableNumber' })
  end)
  check('diagnostics', function()
    wait_for('the finding', function() return has(diagnostics(), 'header/label-spelling') end)
    local found = vim.tbl_filter(function(each) return each.message:match('TAGE') end, vim.diagnostic.get(buf))[1]
    same({ found.lnum, found.col, found.end_col, found.source }, { 8, 0, 4, 'cable' })
    same(found.severity, vim.diagnostic.severity.WARN)
  end)
  check('outline', function()
    vim.lsp.buf.document_symbol()
    wait_for('the list', function() return vim.fn.getqflist({ title = 0 }).title:match('Symbols') ~= nil or #vim.fn.getqflist() > 0 end)
    local names = vim.tbl_map(function(each) return each.text end, vim.fn.getqflist())
    local joined = table.concat(names, '\n')
    for _, name in ipairs({ 'Header', 'TAGS', '1%. The ferry', 'OAKES' }) do assert(joined:match(name), 'no ' .. name .. ' in ' .. joined) end
  end)
  check('hover', function()
    go_to('PHUM')
    vim.lsp.buf.hover()
    local card
    wait_for('the card', function()
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= '' then card = window end
      end
      return card ~= nil
    end)
    local shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(card), 0, -1, false), '\n')
    assert(shown:match('Human Rights'), shown)
  end)
  check('completion', function()
    set_text(replaced(ferry, 'PHUM, FI', 'PHUM, FI, PRE'))
    go_to('PRE')
    vim.keymap.set('i', '<F5>', function() wait_for('the list', function() return vim.fn.pumvisible() == 1 end) end)
    local keys = vim.api.nvim_replace_termcodes('A<C-x><C-o><F5><C-n><C-y><Esc>', true, false, true)
    vim.api.nvim_feedkeys(keys, 'xt', false)
    assert(vim.api.nvim_get_current_line():match('^TAGE: PHUM, FI, PRE[LF]'), vim.api.nvim_get_current_line())
  end)
  check('a quick fix, applied', function()
    wait_for('the finding', function() return has(diagnostics(), 'header/label-spelling') end)
    go_to('TAGE')
    local select = vim.ui.select
    vim.ui.select = function(items, options, choose)
      for at, item in ipairs(items) do
        if options.format_item(item):match('TAGS') then return choose(item, at) end
      end
      choose(nil)
    end
    vim.lsp.buf.code_action()
    local fixed = replaced(ferry, 'TAGE', 'TAGS')
    local ok, err = pcall(wait_for, 'the edit', function() return text() == fixed end)
    vim.ui.select = select
    assert(ok, tostring(err) .. '\n' .. text())
    wait_for('the finding to go', function() return not has(diagnostics(), 'header/label-spelling') end)
  end)
  check('a rename, applied behind letters of more than one byte', function()
    go_to('HPG', 'Åland')
    vim.lsp.buf.rename('HPA')
    local renamed = ferry:gsub('HPG', 'HPA')
    wait_for('the edit', function() return text() == renamed end)
  end)
  check('formatting', function()
    if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = LIMIT }) else vim.lsp.buf.formatting_sync({}, LIMIT) end
    local after = text()
    for _, line in ipairs(vim.split(after, '\n')) do assert(vim.fn.strchars(line) <= 69, line) end
    same((after:gsub('%s', '')), (ferry:gsub('%s', '')))
    assert(after ~= ferry)
  end)
  check('definition, in another file', function()
    wait_for('the other file', function()
      -- The library is read in the background: until it is, the reference leads to its item in this cable.
      vim.cmd('buffer ' .. buf)
      go_to('ref A para 2')
      vim.lsp.buf.definition()
      return vim.wait(2000, function() return vim.fn.expand('%:t') == 'harbour.cable' end, 20)
    end)
    same(vim.api.nvim_get_current_line(), '2. The rope held.')
  end)
  check('references, in two files', function()
    go_to('000030')
    local found
    wait_for('the list', function()
      -- The library is read in the background.
      vim.lsp.buf.references()
      vim.wait(1000, function() return #vim.fn.getqflist() > 0 end, 20)
      found = {}
      for _, each in ipairs(vim.fn.getqflist()) do found[vim.fn.fnamemodify(vim.fn.bufname(each.bufnr), ':t')] = each.lnum end
      return found['later.txt'] ~= nil
    end)
    same(found, { ['ferry.cable'] = found['ferry.cable'], ['later.txt'] = 12 })
  end)
  check('the lens tells who cites', function()
    go_to('000030')
    local lenses
    wait_for('the lens', function()
      vim.lsp.codelens.refresh()
      vim.wait(500, function() return #vim.lsp.codelens.get(buf) > 0 end, 20)
      lenses = vim.lsp.codelens.get(buf)
      return #lenses > 0 and lenses[1].command.title:match('cited by 1 cable,') ~= nil
    end)
    local shown
    local handler = vim.lsp.handlers['window/showMessage']
    vim.lsp.handlers['window/showMessage'] = function(_, result) shown = result.message end
    vim.lsp.codelens.run()
    local ok, err = pcall(wait_for, 'the message', function() return shown ~= nil end)
    vim.lsp.handlers['window/showMessage'] = handler
    assert(ok, err)
    assert(shown:match('09 HELSINKI 41: THE FERRY LEFT'), shown)
  end)
  check(':CableFixAll', function()
    vim.cmd('CableFixAll')
    local fixed = replaced(ferry, 'TAGE', 'TAGS')
    wait_for('the edit', function() return text():match('TAGS: PHUM') ~= nil end)
    assert(text():find('SUBJECT: THE FERRY THAT WAITED', 1, true) and #text() >= #fixed - 4)
  end)
  check(':CableRewrite renumber', function()
    vim.cmd('CableRewrite renumber')
    local renumbered = replaced(ferry, '2. The rope', '3. The rope')
    wait_for('the edit', function() return text() == renumbered end)
  end)
  check(':CableGlossary', function()
    vim.cmd('CableGlossary')
    wait_for('the page', function() return vim.bo.filetype == 'markdown' end)
    assert(text():match('Harbour Pilots Guild'), text())
  end)
  check(':CableExport html', function()
    vim.cmd('CableExport html')
    wait_for('the page', function() return vim.bo.filetype == 'html' end)
    assert(text():match('THE FERRY THAT WAITED') and text():lower():match('^<!doctype html>'), text())
  end)
  check(':CableCheckWorkspace', function()
    local told = told_by(function() vim.cmd('CableCheckWorkspace') end)
    same(told, '3 cables: 0 errors, ' .. told:match('(%d+) warnings$') .. ' warnings')
  end)
  check('what others have written is found after :CableReadLibrary', function()
    local file = assert(io.open(workspace .. '/harbour.cable'))
    local harbour = file:read('*a')
    file:close()
    file = assert(io.open(workspace .. '/more.cable', 'w'))
    file:write((replaced(harbour, '000012', '000077')))
    file:close()
    local told = told_by(function() vim.cmd('CableReadLibrary') end)
    local listed
    require('cable').execute('library.cables', { offset = 0, limit = 9, within = {}, filter = '' }, function(found) listed = found end)
    wait_for('the list', function() return listed end)
    same(told, '4 cables', vim.inspect(listed))
  end)
end

local ok, err = xpcall(all, debug.traceback)
if not ok then note('the checks', tostring(err)) end
results:close()
for _, client in pairs(vim.lsp.get_active_clients()) do client.stop() end
vim.wait(5000, function() return #vim.lsp.get_active_clients() == 0 end, 20)
vim.cmd(failures == 0 and 'qall!' or 'cquit 1')
