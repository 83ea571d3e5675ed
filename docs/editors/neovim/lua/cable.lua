-- Language server for U.S. State Department cables, in Neovim 0.7 or later.
-- With this folder's `lua` and `syntax` in ~/.config/nvim, init.lua says: require('cable').setup()
local M = {}

M.defaults = {
  cmd = { 'cable', 'lsp', '--stdio' },
  -- As in VS Code, without the prefix: { rules = { ['body/line-too-long'] = 'off' }, format = { width = 65 } }
  settings = {},
  -- A .txt whose first lines are those of a cable is one.
  detect_text = true,
  -- Keys of the buffer: K, gd, gr, gO, <F2>, <leader>ca. Newer versions have most of them by themselves.
  keys = true,
  on_attach = function(_client, _bufnr) end,
}
M.options = M.defaults

-- The folder of the project: that of the nearest configuration, of the repository, or of the file.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local config = vim.fn.findfile('.cablerc.json', folder .. ';')
  if config ~= '' then return vim.fn.fnamemodify(config, ':p:h') end
  local git = vim.fn.finddir('.git', folder .. ';')
  if git ~= '' then return vim.fn.fnamemodify(git, ':p:h:h') end
  return folder
end

local function map_keys(bufnr)
  local function map(keys, action)
    vim.keymap.set('n', keys, action, { buffer = bufnr, silent = true })
  end
  map('K', vim.lsp.buf.hover)
  map('gd', vim.lsp.buf.definition)
  map('gr', vim.lsp.buf.references)
  map('gO', vim.lsp.buf.document_symbol)
  map('<F2>', vim.lsp.buf.rename)
  map('<leader>ca', vim.lsp.buf.code_action)
end

local function attached(client, bufnr)
  vim.bo[bufnr].omnifunc = 'v:lua.vim.lsp.omnifunc'
  vim.bo[bufnr].tagfunc = 'v:lua.vim.lsp.tagfunc'
  vim.bo[bufnr].formatexpr = 'v:lua.vim.lsp.formatexpr()'
  if M.options.keys then map_keys(bufnr) end
  M.options.on_attach(client, bufnr)
end

-- The client of each root, where Neovim does not find it itself (0.7).
local started = {}

-- Starts the server for a buffer, or attaches the one that its folder has.
function M.start(bufnr)
  local root = root_of(vim.api.nvim_buf_get_name(bufnr))
  local config = {
    name = 'cable',
    cmd = M.options.cmd,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    settings = { cable = M.options.settings },
    init_options = { cable = M.options.settings },
    on_attach = attached,
  }
  if vim.lsp.start then return vim.lsp.start(config, { bufnr = bufnr }) end
  local id = started[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    started[root] = id
  end
  if id then vim.lsp.buf_attach_client(bufnr, id) end
  return id
end

-- A date-time group, or the label of the TAGS with that of the subject, among the first lines.
local function is_cable(lines)
  local tags, subject = false, false
  for _, line in ipairs(lines) do
    if line:match('^[ZOPR] %d%d%d%d%d%dZ %u%u%u %d%d') then return true end
    tags = tags or line:match('^TAGS:') ~= nil
    subject = subject or line:match('^SUBJECT:') ~= nil
  end
  return tags and subject
end

-- The client of the current buffer.
function M.client()
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
  for _, client in pairs(clients) do
    if client.name == 'cable' then return client end
  end
end

-- Has the server do something, and calls `done` with what it answers. `argument` may be nil.
function M.execute(command, argument, done)
  local client = M.client()
  if not client then return vim.notify('No cable language server here', vim.log.levels.WARN) end
  local params = { command = 'cable.server.' .. command, arguments = { argument } }
  local function answered(err, result)
    if err then return vim.notify(err.message, vim.log.levels.WARN) end
    if done then done(result) end
  end
  -- Not 0 for the current buffer: Neovim 0.7 would not tell of its latest changes first.
  local bufnr = vim.api.nvim_get_current_buf()
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, answered, bufnr)
  else
    client.request('workspace/executeCommand', params, answered, bufnr)
  end
end

-- Shows a text in a window of its own.
local function show(text, filetype)
  vim.cmd('new')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text, '\n'))
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
  vim.bo.filetype, vim.bo.modified = filetype, false
end

local FORMS = { markdown = 'markdown', html = 'html', tei = 'xml', json = 'json' }
local REWRITES = {
  'renumber', 'portionMarks', 'joinPages', 'splitSections', 'removeArtefacts',
  'upperCase', 'letterSpace', 'moveParagraphUp', 'moveParagraphDown',
}

local function here(more)
  return vim.tbl_extend('keep', more or {}, { uri = vim.uri_from_bufnr(0) })
end
local function at_cursor()
  return vim.lsp.util.make_range_params(0, 'utf-16').range
end
local function starting_with(names)
  return function(typed)
    return vim.tbl_filter(function(name) return vim.startswith(name, typed) end, names)
  end
end

local function add_commands(bufnr)
  local function add(name, run, options)
    vim.api.nvim_buf_create_user_command(bufnr, name, run, options or {})
  end
  add('CableFixAll', function() M.execute('fixAll', here()) end)
  add('CableRewrite', function(given)
    M.execute('rewrite', here({ name = given.args, range = at_cursor() }))
  end, { nargs = 1, complete = starting_with(REWRITES) })
  add('CableGlossary', function()
    M.execute('glossary', here(), function(page) show(page, 'markdown') end)
  end)
  add('CableExport', function(given)
    M.execute('export', here({ to = given.args }), function(text) show(text, FORMS[given.args]) end)
  end, { nargs = 1, complete = starting_with(vim.tbl_keys(FORMS)) })
  add('CableCheckWorkspace', function()
    M.execute('checkWorkspace', nil, function(found)
      vim.notify(('%d cables: %d errors, %d warnings'):format(found.files, found.errors, found.warnings))
    end)
  end)
  -- Neovim 0.7 tells the server of no files that others have written.
  add('CableReadLibrary', function()
    M.execute('readLibrary', nil, function(library) vim.notify(('%d cables'):format(library.cables)) end)
  end)
end

function M.setup(options)
  M.options = vim.tbl_deep_extend('force', M.defaults, options or {})
  local group = vim.api.nvim_create_augroup('cable', { clear = true })
  vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
    group = group,
    pattern = '*.cable',
    callback = function() vim.bo.filetype = 'cable' end,
  })
  vim.api.nvim_create_autocmd('BufRead', {
    group = group,
    pattern = '*.txt',
    callback = function()
      local first = vim.api.nvim_buf_get_lines(0, 0, 40, false)
      if M.options.detect_text and is_cable(first) then vim.bo.filetype = 'cable' end
    end,
  })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = 'cable',
    callback = function(event)
      vim.bo[event.buf].textwidth = 69
      add_commands(event.buf)
      M.start(event.buf)
    end,
  })
end

return M
