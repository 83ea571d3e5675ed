;;; checks.el --- What a user does in Emacs, on the cables of test/clients/workspace  -*- lexical-binding: t -*-
;; Each check writes one line of JSON.

(require 'cl-lib)
(package-activate-all)
(require 'eglot)
(require 'json)

(defconst limit 60)
(defvar failures 0)
(defvar ferry)
(defvar ferry-buffer)
(setq eglot-sync-connect limit
      eglot-connect-timeout limit
      eglot-confirm-server-initiated-edits nil
      ;; What is still in the mind of an editor that nobody types in is sent at once.
      eglot-send-changes-idle-time 0
      make-backup-files nil
      create-lockfiles nil)

(defun note (name error)
  (when error (cl-incf failures))
  (write-region (concat (json-encode (list (cons 'name name) (cons 'error error))) "\n") nil
                (getenv "CABLE_RESULTS") t 'quiet))

(defun fresh ()
  "What stands before each check, whatever the one before has left."
  (when (bound-and-true-p ferry)
    (delete-other-windows)
    (switch-to-buffer ferry-buffer)
    (unless (equal (buffer-string) ferry) (set-text ferry))
    (goto-char (point-min))))

(defmacro check (name &rest body)
  (declare (indent 1))
  `(condition-case err
       (progn (fresh) ,@body (note ,name nil) t)
     (error (note ,name (error-message-string err)) nil)))

(defun same (found wanted)
  (unless (equal found wanted) (error "found %S\nwanted %S" found wanted)))

(defun wait-for (what is-true)
  (let ((end (+ (float-time) limit)) found)
    (while (not (setq found (funcall is-true)))
      (when (> (float-time) end) (error "%s did not come" what))
      (accept-process-output nil 0.05))
    found))

(defun told ()
  "The changes so far are told to the server, as when Emacs is idle."
  (eglot--signal-textDocument/didChange))

(defun set-text (text)
  (erase-buffer)
  (insert text)
  (told))

(defun replaced (text old new)
  (let ((at (string-match (regexp-quote old) text)))
    (unless at (error "no %s" old))
    (concat (substring text 0 at) new (substring text (+ at (length old))))))

(defun go-to (word &optional after)
  (let ((case-fold-search nil))
    (goto-char (point-min))
    (when after (search-forward after))
    (search-forward word)
    (goto-char (match-beginning 0))))

(defun findings ()
  "What Flymake has; in batch mode it has no timer, so it is asked."
  (flymake-start nil)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun finding (part)
  (cl-find-if (lambda (text) (string-search part text)) (findings)))

(defun open (name)
  (switch-to-buffer (find-file-noselect (expand-file-name name (getenv "CABLE_WORKSPACE"))))
  ;; In batch mode there are no commands, after which `eglot-ensure' does its work.
  (run-hooks 'post-command-hook))

(defun all ()
  (load (locate-user-emacs-file "init.el") nil t)
  (when (check "the server starts"
          (condition-case err (open "ferry.cable")
            (error (error "the server did not start: %s" (error-message-string err))))
          (unless (eglot-current-server) (error "the server did not start")))
    (check "*.cable is a cable, a .txt that looks like one too, another is not"
      (dolist (each '(("ferry.cable" . cable-mode) ("later.txt" . cable-mode) ("notes.txt" . text-mode)))
        (open (car each))
        (same major-mode (cdr each))))
    (open "ferry.cable")
    (setq ferry (buffer-substring-no-properties (point-min) (point-max))
          ferry-buffer (current-buffer))
    (checks)))

(defun checks ()
  (check "colours of the structure"
    (font-lock-ensure)
    (same (mapcar (lambda (word) (go-to word) (get-text-property (point) 'face)) '("R 14" "1409" "UNCLAS" "SUBJECT" "1. The"))
          '(font-lock-keyword-face font-lock-constant-face font-lock-warning-face font-lock-builtin-face
                                   font-lock-constant-face)))
  (check "diagnostics"
    (let ((text (wait-for "the finding" (lambda () (finding "TAGE")))))
      (unless (string-search "TAGS" text) (error "%s" text)))
    (go-to "TAGE")
    (let ((found (cl-find-if (lambda (each) (string-search "TAGE" (flymake-diagnostic-text each))) (flymake-diagnostics))))
      (same (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found)) "TAGE")))
  (check "the other line is told in the message, as Eglot takes no places elsewhere"
    (wait-for "the finding" (lambda () (finding "(line 17: "))))
  (check "outline"
    (let ((names (mapcar #'car (funcall imenu-create-index-function))))
      (dolist (name '("Namespace" "Field" "String"))
        (unless (member name names) (error "no %s in %S" name names)))
      (unless (string-search "1. The ferry waited" (format "%S" (funcall imenu-create-index-function)))
        (error "%S" (funcall imenu-create-index-function)))))
  (check "hover"
    (go-to "PHUM")
    (let (card)
      (run-hook-with-args-until-success 'eldoc-documentation-functions (lambda (text &rest _) (setq card text)))
      (wait-for "the card" (lambda () card))
      (unless (string-search "Human Rights" card) (error "%s" card))))
  (check "completion"
    (set-text (replaced ferry "PHUM, FI" "PHUM, FI, PREL"))
    (go-to "PREL")
    (forward-char 3)
    (delete-char 1)
    (completion-at-point)
    (let ((choices (or (get-buffer "*Completions*")
                       (same (buffer-substring-no-properties (line-beginning-position) (line-end-position)) "TAGE: PHUM, FI, PREL"))))
      (when (bufferp choices)
        (unless (string-search "PREL" (with-current-buffer choices (buffer-string))) (error "no PREL"))
        ;; Another letter leaves one.
        (insert "L")
        (completion-at-point)
        (same (buffer-substring-no-properties (line-beginning-position) (line-end-position)) "TAGE: PHUM, FI, PREL"))))
  (check "a quick fix, applied"
    (wait-for "the finding" (lambda () (finding "TAGE")))
    (go-to "TAGE")
    ;; The user's choice; without a mouse.
    (let ((last-nonmenu-event ?x))
      (cl-letf (((symbol-function 'completing-read)
                 (lambda (_prompt items &rest _) (car (cl-find-if (lambda (item) (string-search "TAGS" (car item))) items)))))
        (eglot-code-actions (point) (1+ (point)) nil t)))
    (same (buffer-string) (replaced ferry "TAGE" "TAGS"))
    (told)
    (wait-for "the finding to go" (lambda () (not (finding "TAGE")))))
  (check "a rename, applied behind letters of more than one byte"
    (go-to "HPG" "Åland")
    (eglot-rename "HPA")
    (same (buffer-string) (string-replace "HPG" "HPA" ferry)))
  (check "formatting"
    (eglot-format-buffer)
    (dolist (line (split-string (buffer-string) "\n"))
      (when (> (length line) 69) (error "%s" line)))
    (same (replace-regexp-in-string "[ \n]" "" (buffer-string)) (replace-regexp-in-string "[ \n]" "" ferry))
    (when (equal (buffer-string) ferry) (error "nothing was folded")))
  (check "definition, in another file"
    ;; The library is read in the background: until it is, the reference leads to its item in this cable.
    (wait-for "the other file"
              (lambda ()
                (switch-to-buffer ferry-buffer)
                (go-to "ref A para 2")
                (call-interactively #'xref-find-definitions)
                (not (eq (current-buffer) ferry-buffer))))
    (same (file-name-nondirectory buffer-file-name) "harbour.cable")
    (same (buffer-substring-no-properties (line-beginning-position) (line-end-position)) "2. The rope held."))
  (check "references, in two files"
    (go-to "000030")
    (let (files)
      ;; The library is read in the background.
      (wait-for "the other file"
                (lambda ()
                  (setq files (mapcar (lambda (each)
                                        (file-name-nondirectory (xref-location-group (xref-item-location each))))
                                      (xref-backend-references 'eglot "LSP identifier at point.")))
                  (member "later.txt" files)))
      (same (sort (delete-dups files) #'string<) '("ferry.cable" "later.txt"))))
  (check "cable-fix-all"
    (cable-fix-all)
    (wait-for "the edit" (lambda () (string-search "TAGS: PHUM" (buffer-string)))))
  (check "cable-rewrite"
    (cable-rewrite "renumber")
    (wait-for "the edit" (lambda () (equal (buffer-string) (replaced ferry "2. The rope" "3. The rope")))))
  (check "cable-glossary"
    (cable-glossary)
    (unless (string-search "Harbour Pilots Guild" (with-current-buffer "*cable glossary*" (buffer-string)))
      (error "%s" (buffer-string))))
  (check "cable-export"
    (cable-export "html")
    (with-current-buffer "*cable html*"
      (unless (string-search "THE FERRY THAT WAITED" (buffer-string)) (error "%s" (buffer-string)))))
  (check "cable-check-workspace"
    (let (said)
      (cl-letf (((symbol-function 'message) (lambda (form &rest args) (setq said (apply #'format form args)))))
        (cable-check-workspace))
      (unless (string-match "^3 cables: 0 errors, [0-9]+ warnings$" said) (error "%s" said)))))

(condition-case err (all) (error (note "the checks" (error-message-string err))))
(dolist (servers (hash-table-values eglot--servers-by-project))
  (dolist (server servers) (ignore-errors (eglot-shutdown server nil 5))))
(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(kill-emacs (if (zerop failures) 0 1))
