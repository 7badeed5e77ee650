;; Emacs with eglot as a client of its own: opens the report of NIANBAO_FILE, asks what a user would ask, applies the first
;; quick fix and waits until the finding is gone. Prints one line of JSON.
(require 'package)
(package-initialize)
(require 'eglot)
(require 'json)

(define-derived-mode nianbao-mode text-mode "年报")
(add-to-list 'auto-mode-alist '("\\.nianbao\\'" . nianbao-mode))
(add-to-list 'eglot-server-programs
             `(nianbao-mode . (,(getenv "NIANBAO_NODE") ,(getenv "NIANBAO_SERVER") "--stdio")))
(setq eglot-sync-connect t
      eglot-autoshutdown t
      eglot-confirm-server-initiated-edits nil
      eglot-events-buffer-size 0
      make-backup-files nil)

(defun say (value) (princ (concat (json-encode value) "\n")))
(defun fail (what) (say `((failed . ,what))) (kill-emacs 1))
(defun await (what test)
  (let ((left 400))
    (while (and (not (funcall test)) (> left 0))
      (accept-process-output nil 0.025)
      (setq left (1- left)))
    (unless (funcall test) (fail what))))
(defun found () (and (boundp 'eglot--diagnostics) eglot--diagnostics))

(find-file (getenv "NIANBAO_FILE"))
(apply #'eglot (eglot--guess-contact))
(await "no diagnostics" #'found)
(let* ((server (eglot--current-server-or-lose))
       (first (car (found)))
       (messages (mapcar #'flymake-diagnostic-text (found)))
       (data (cdr (assoc 'eglot-lsp-diag (eglot--diag-data first))))
       (document (eglot--TextDocumentIdentifier))
       (range (plist-get data :range))
       (hover (jsonrpc-request server :textDocument/hover
                               (list :textDocument document :position (plist-get range :start))))
       (symbols (jsonrpc-request server :textDocument/documentSymbol (list :textDocument document)))
       (actions (jsonrpc-request server :textDocument/codeAction
                                 (list :textDocument document :range range
                                       :context (list :diagnostics (vector data))))))
  (eglot--apply-workspace-edit (plist-get (elt actions 0) :edit))
  ;; Without a user there is no idle time in which eglot would tell the server; saving does it at once.
  (save-buffer)
  (await "the finding stayed" (lambda () (null (found))))
  (say `((findings . ,(vconcat messages))
         (codes . ,(vector (plist-get data :code)))
         (hover . ,(plist-get (plist-get hover :contents) :value))
         (symbols . ,(vconcat (mapcar (lambda (each) (plist-get each :name)) symbols)))
         (actions . ,(vconcat (mapcar (lambda (each) (plist-get each :title)) actions)))))
  (eglot-shutdown (eglot-current-server)))
