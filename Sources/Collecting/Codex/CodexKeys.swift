/// The settings that Codex knows, by the configuration reference of May 2026.
///
/// <https://developers.openai.com/codex/config-reference>
enum CodexKeys {
    /// Keys that a project's file loses (`PROJECT_LOCAL_CONFIG_DENYLIST`, openai/codex `config/src/loader/mod.rs`).
    static let denied: Set<String> = [
        "openai_base_url", "chatgpt_base_url", "apps_mcp_product_sku", "model_provider", "model_providers", "notify",
        "profile", "profiles", "experimental_realtime_webrtc_call_base_url", "experimental_realtime_ws_base_url",
        "otel",
    ]

    /// Whether Codex takes a key from a project's file.
    static func isDenied(_ path: [String]) -> Bool { path.first.map(denied.contains) ?? false }

    /// Single values, and tables whose every key is the user's or is not told apart here.
    private static let open: Set<String> = Set(
        """
        model review_model model_provider openai_base_url model_context_window model_auto_compact_token_limit \
        model_catalog_json oss_provider approvals_reviewer allow_login_shell sandbox_mode notify \
        check_for_update_on_startup instructions developer_instructions log_dir sqlite_home compact_prompt \
        commit_attribution model_instructions_file personality service_tier experimental_compact_prompt_file apps \
        features hooks mcp_servers model_providers model_reasoning_effort plan_mode_reasoning_effort \
        model_reasoning_summary model_verbosity model_supports_reasoning_summaries project_root_markers \
        project_doc_max_bytes project_doc_fallback_filenames profile profiles tool_output_token_limit \
        background_terminal_max_timeout file_opener tui hide_agent_reasoning show_raw_agent_reasoning \
        disable_paste_burst windows_wsl_setup_acknowledged chatgpt_base_url cli_auth_credentials_store \
        mcp_oauth_credentials_store mcp_oauth_callback_port mcp_oauth_callback_url \
        experimental_use_unified_exec_tool web_search default_permissions permissions projects notice \
        forced_login_method forced_chatgpt_workspace_id suppress_unstable_features_warning plugins marketplaces \
        agents memories tool_suggest
        """.split(separator: " ").map(String.init))

    /// Tables whose keys the reference lists in full.
    private static let closed: [String: Set<String>] = [
        "sandbox_workspace_write": ["writable_roots", "network_access", "exclude_tmpdir_env_var", "exclude_slash_tmp"],
        "history": ["persistence", "max_bytes"],
        "otel": [
            "environment", "exporter", "trace_exporter", "metrics_exporter", "log_user_prompt",
        ],
        "shell_environment_policy": [
            "inherit", "ignore_default_excludes", "exclude", "include_only", "set", "experimental_use_profile",
        ],
        "windows": ["sandbox", "sandbox_private_desktop"], "feedback": ["enabled"], "analytics": ["enabled"],
        "auto_review": ["policy"], "tools": ["web_search", "view_image"], "skills": ["config"],
        "approval_policy": ["granular"],
    ]
    private static let granular: Set<String> = [
        "sandbox_approval", "rules", "mcp_elicitations", "request_permissions", "skill_approval",
    ]
    private static let server: Set<String> = [
        "command", "args", "env", "env_vars", "cwd", "url", "bearer_token_env_var", "http_headers", "env_http_headers",
        "enabled", "required", "startup_timeout_sec", "startup_timeout_ms", "tool_timeout_sec", "enabled_tools",
        "disabled_tools", "scopes", "oauth_resource", "oauth", "experimental_environment", "tools",
        "default_tools_approval_mode",
        "supports_parallel_tool_calls",
    ]
    private static let permission: Set<String> = ["filesystem", "network", "extends", "description", "workspace_roots"]

    /// Values of settings that choose one of a few.
    private static let values: [String: Set<String>] = [
        "approval_policy": ["untrusted", "on-request", "never", "on-failure"],
        "sandbox_mode": ["read-only", "workspace-write", "danger-full-access"],
        "approvals_reviewer": ["user", "auto_review", "guardian_subagent"],
        "web_search": ["disabled", "cached", "live"], "history.persistence": ["save-all", "none"],
        "shell_environment_policy.inherit": ["all", "core", "none"],
    ]

    /// Why Codex knows no such setting; nil when it does.
    static func problem(_ keys: [String]) -> String? {
        guard let first = keys.first else { return nil }
        let unknown = "the configuration reference of May 2026 has no \(keys.joined(separator: "."))"
        if first == "profiles", keys.count > 2 { return problem(Array(keys.dropFirst(2))) }
        if first == "mcp_servers" { return keys.count < 3 || server.contains(keys[2]) ? nil : unknown }
        if first == "permissions" { return keys.count < 3 || permission.contains(keys[2]) ? nil : unknown }
        if first == "approval_policy", keys.count > 2 { return granular.contains(keys[2]) ? nil : unknown }
        if let inner = closed[first] { return keys.count < 2 || inner.contains(keys[1]) ? nil : unknown }
        return open.contains(first) ? nil : unknown
    }

    /// Whether a setting that chooses one of a few has one of them.
    static func isValue(_ text: String, of keys: [String]) -> Bool {
        values[keys.joined(separator: ".")]?.contains(text) ?? true
    }
}
