extension AiderAgent {
    /// The options of aider, as its configuration file writes them: <https://aider.chat/docs/config/options.html>.
    static let keys: Set<String> = [
        "35turbo", "4", "4-turbo", "4o", "add-gitignore-files", "aiderignore", "alias", "analytics",
        "analytics-disable", "analytics-log", "anthropic-api-key", "api-key", "apply", "apply-clipboard-edits",
        "architect", "assistant-output-color", "attribute-author", "attribute-co-authored-by",
        "attribute-commit-message-author", "attribute-commit-message-committer", "attribute-committer",
        "auto-accept-architect", "auto-commits", "auto-lint", "auto-test", "cache-keepalive-pings", "cache-prompts",
        "chat-history-file", "chat-language", "check-model-accepts-settings", "check-update", "code-theme", "commit",
        "commit-language", "commit-prompt", "completion-menu-bg-color", "completion-menu-color",
        "completion-menu-current-bg-color", "completion-menu-current-color", "config", "copy-paste", "dark-mode",
        "deepseek", "detect-urls", "dirty-commits", "disable-playwright", "dry-run", "edit-format", "editor",
        "editor-edit-format", "editor-model", "encoding", "env-file", "exit", "fancy-input", "file", "git",
        "git-commit-verify", "gitignore", "gui", "haiku", "input-history-file", "install-main-branch",
        "just-check-update", "light-mode", "line-endings", "lint", "lint-cmd", "list-models", "llm-history-file",
        "load", "map-multiplier-no-files", "map-refresh", "map-tokens", "max-chat-history-tokens", "message",
        "message-file", "mini", "model", "model-metadata-file", "model-settings-file", "multiline",
        "no-auto-commits", "notifications", "notifications-command", "o1-mini", "o1-preview", "openai-api-base",
        "openai-api-deployment-id", "openai-api-key", "openai-api-type", "openai-api-version",
        "openai-organization-id", "opus", "pretty", "read", "reasoning-effort", "restore-chat-history", "set-env",
        "shell-completions", "show-diffs", "show-model-warnings", "show-prompts", "show-release-notes",
        "show-repo-map", "skip-sanity-check-repo", "sonnet", "stream", "subtree-only", "suggest-shell-commands",
        "test", "test-cmd", "thinking-tokens", "timeout", "tool-error-color", "tool-output-color",
        "tool-warning-color", "upgrade", "user-input-color", "verbose", "verify-ssl", "version", "vim",
        "voice-format", "voice-input-device", "voice-language", "watch-files", "weak-model", "yes-always",
    ]
}
