;;; cable-mode.el --- U.S. State Department cables  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "27.1"))

;;; Commentary:

;; A major mode for cables, and their language server by Eglot (part of Emacs from 29 on) or lsp-mode.
;; With this file in ~/.emacs.d/lisp, init.el says:
;;
;;   (add-to-list 'load-path (locate-user-emacs-file "lisp"))
;;   (require 'cable-mode)
;;   (add-hook 'cable-mode-hook #'eglot-ensure)

;;; Code:

(require 'subr-x)
(require 'url-util)

(defgroup cable nil
  "U.S. State Department cables."
  :group 'text)

(defcustom cable-server-command '("cable" "lsp" "--stdio")
  "The program that is the language server, and its arguments."
  :type '(repeat string))

(defcustom cable-settings nil
  "What the server is told at its start, as a property list.
For example (:rules (:text/line-too-long \"off\") :format (:width 65))."
  :type 'plist)

(defconst cable-font-lock-keywords
  `(;; A line of the transmission header, the classification, labels of the text header.
    ("^\\([ZOPR]\\(?: [ZOPR]\\)?\\) \\([0-9]\\{6\\}Z [A-Z]\\{3\\} [0-9][0-9]\\)"
     (1 font-lock-keyword-face) (2 font-lock-constant-face))
    ("^\\(?:FM\\|TO\\|INFO\\|XMT\\) " . font-lock-keyword-face)
    ("^[ \t]*\\(?:UNCLAS\\(?:SIFIED\\)?\\|CONFIDENTIAL\\|\\(?:TOP \\)?SECRET\\|C O N F I D E N T I A L\\|S E C R E T\\)\\>.*$"
     . font-lock-warning-face)
    ("^\\(?:SIPDIS\\|NODIS\\|EXDIS\\|NOFORN\\|SENSITIVE\\|STADIS\\|TERREP\\)[ \t]*$" . font-lock-preprocessor-face)
    ("^\\(?:E\\.?O\\.? ?[0-9]\\{5\\}\\|TAGS\\|SUBJ\\(?:ECT\\)?\\|REF\\(?:S\\|TELS?\\)?\\|C\\(?:LASSIFIED BY\\|lassified By\\)\\|R\\(?:EASON\\|eason\\)\\):"
     . font-lock-builtin-face)
    ;; The rule of a heading, the number of a paragraph and its mark.
    ("^[ \t]*[-=_]\\{3,\\}[ \t]*$" . font-lock-comment-face)
    ("^[ \t]*\\(¶?[0-9]\\{1,3\\}\\.\\)[ \t]+\\(([A-Z]\\{1,3\\}\\(?:/[A-Z/, ]+\\)?)\\)?"
     (1 font-lock-constant-face) (2 font-lock-type-face nil t))
    ("\\<\\(?:BEGIN\\|END\\) \\(?:SUMMARY\\|COMMENT\\|NOTE\\|TEXT\\)\\>" . font-lock-doc-face))
  "What `cable-mode' colours: structure; what words mean, the server tells.")

;;;###autoload
(define-derived-mode cable-mode text-mode "Cable"
  "Major mode for U.S. State Department cables."
  (setq-local font-lock-defaults '(cable-font-lock-keywords t))
  (setq-local fill-column 69)
  (setq-local paragraph-start "[ \t]*$\\|[ \t]*¶?[0-9]\\{1,3\\}\\.[ \t]")
  (setq-local paragraph-separate "[ \t]*$\\|[ \t]*[-=_]\\{3,\\}[ \t]*$")
  (setq-local outline-regexp "[ \t]*¶?[0-9]\\{1,3\\}\\.[ \t]"))

(defun cable-text-p ()
  "Whether the buffer begins as a cable does.
That is with a date-time group, or with the labels of TAGS and subject, among its first lines."
  (let ((case-fold-search nil)
        (end (save-excursion (forward-line 40) (point))))
    (and buffer-file-name
         (string-suffix-p ".txt" buffer-file-name t)
         (or (save-excursion (re-search-forward "^[ZOPR] [0-9]\\{6\\}Z [A-Z]\\{3\\} [0-9][0-9]" end t))
             (and (save-excursion (re-search-forward "^TAGS:" end t))
                  (save-excursion (re-search-forward "^SUBJECT:" end t)))))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.cable\\'" . cable-mode))
;;;###autoload
(add-to-list 'magic-mode-alist '(cable-text-p . cable-mode))

;; Eglot. The server takes its settings with the start.
(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons 'cable-mode
                     (lambda (&rest _)
                       (append cable-server-command
                               (and cable-settings (list :initializationOptions cable-settings)))))))

;; lsp-mode.
(declare-function lsp-register-client "ext:lsp-mode")
(declare-function make-lsp-client "ext:lsp-mode")
(declare-function lsp-stdio-connection "ext:lsp-mode")
(declare-function lsp-activate-on "ext:lsp-mode")
(defvar lsp-language-id-configuration)
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(cable-mode . "cable"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () cable-server-command))
                    :activation-fn (lsp-activate-on "cable")
                    :initialization-options (lambda () cable-settings)
                    :server-id 'cable)))

;; What the protocol has no request for.

(declare-function eglot-current-server "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp-request "ext:lsp-mode")

(defun cable--execute (command &optional argument)
  "Have the server do COMMAND with ARGUMENT, and give back its answer."
  (let ((params (list :command (concat "cable.server." command)
                      :arguments (if argument (vector argument) []))))
    (cond ((and (fboundp 'eglot-current-server) (eglot-current-server))
           (jsonrpc-request (eglot-current-server) :workspace/executeCommand params :timeout 120))
          ((bound-and-true-p lsp-mode)
           (lsp-request "workspace/executeCommand" params))
          (t (user-error "No cable language server here")))))

(defun cable--uri ()
  "The address of the buffer's file."
  (concat "file://" (if (eq system-type 'windows-nt) "/" "")
          (url-hexify-string (file-truename buffer-file-name) url-path-allowed-chars)))

(defun cable--range ()
  "The region, or the place of point, as the protocol has it."
  (let ((position (lambda (place)
                    (save-excursion
                      (goto-char place)
                      (list :line (1- (line-number-at-pos nil t))
                            ;; In units of UTF-16.
                            :character (/ (length (encode-coding-string
                                                   (buffer-substring-no-properties (line-beginning-position) place)
                                                   'utf-16le))
                                          2))))))
    (list :start (funcall position (if (use-region-p) (region-beginning) (point)))
          :end (funcall position (if (use-region-p) (region-end) (point))))))

(defun cable--show (name text mode)
  "Show TEXT in a buffer called NAME, in MODE if there is one."
  (with-current-buffer (get-buffer-create name)
    (let ((inhibit-read-only t))
      (erase-buffer)
      (insert text))
    (goto-char (point-min))
    (when (fboundp mode) (funcall mode))
    (set-buffer-modified-p nil)
    (pop-to-buffer (current-buffer))))

(defun cable-fix-all ()
  "Make all fixes that need no decision."
  (interactive)
  (cable--execute "fixAll" (list :uri (cable--uri))))

(defun cable-rewrite (name)
  "Rewrite the cable, or its region, as NAME says."
  (interactive
   (list (completing-read "Rewrite: " '("renumber" "portionMarks" "joinPages" "splitSections" "removeArtefacts"
                                        "upperCase" "letterSpace" "moveParagraphUp" "moveParagraphDown")
                          nil t)))
  (cable--execute "rewrite" (list :uri (cable--uri) :name name :range (cable--range))))

(defun cable-glossary ()
  "Show every term of this cable and what it stands for."
  (interactive)
  (cable--show "*cable glossary*" (cable--execute "glossary" (list :uri (cable--uri))) 'markdown-mode))

(defun cable-export (form)
  "Show this cable as FORM: markdown, html, tei or json."
  (interactive (list (completing-read "Export as: " '("markdown" "html" "tei" "json") nil t)))
  (cable--show (format "*cable %s*" form)
               (cable--execute "export" (list :uri (cable--uri) :to form))
               (cdr (assoc form '(("markdown" . markdown-mode) ("html" . mhtml-mode) ("tei" . nxml-mode) ("json" . js-mode))))))

(defun cable-check-workspace ()
  "Check all cables of the folder."
  (interactive)
  (let ((found (cable--execute "checkWorkspace")))
    (message "%d cables: %d errors, %d warnings"
             (plist-get found :files) (plist-get found :errors) (plist-get found :warnings))))

(provide 'cable-mode)
;;; cable-mode.el ends here
