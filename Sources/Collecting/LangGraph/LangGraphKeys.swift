/// The keys of `langgraph.json`, by its schema of August 2026.
///
/// <https://github.com/langchain-ai/langgraph/blob/main/libs/cli/schemas/schema.v0.json>
enum LangGraphKeys {
    private static let top: Set<String> = [
        "$schema", "python_version", "node_version", "pip_config_file", "_INTERNAL_docker_tag", "api_version", "auth",
        "base_image", "checkpointer", "dependencies", "dockerfile_lines", "encryption", "env", "graphs", "http",
        "image_distro", "keep_pkg_tools", "pip_installer", "source", "store", "ui", "ui_config", "webhooks",
    ]
    private static let nested: [String: Set<String>] = [
        "auth": ["cache", "disable_studio_auth", "openapi", "path"],
        "checkpointer": ["path", "serde", "ttl"], "encryption": ["path"], "store": ["index", "ttl", "path"],
        "webhooks": ["env_prefix", "headers", "url"],
        "http": [
            "app", "configurable_headers", "cors", "disable_a2a", "disable_assistants", "disable_mcp", "disable_meta",
            "disable_runs", "disable_store", "disable_threads", "disable_ui", "disable_webhooks",
            "enable_custom_route_auth", "logging_headers", "middleware_order", "mount_prefix",
        ],
    ]
    private static let cors: Set<String> = [
        "allow_credentials", "allow_headers", "allow_methods", "allow_origin_regex", "allow_origins", "expose_headers",
        "max_age",
    ]

    /// Why the server does not act on a key; nil when it does.
    static func status(_ keys: [String]) -> (status: String, reason: String)? {
        guard let first = keys.first else { return nil }
        if !top.contains(first) {
            let home = nested.first { $0.value.contains(first) }?.key
            return home.map { ("misplaced", "\(first) belongs under \($0)") }
                ?? ("unknown", "the schema has no key \(first)")
        }
        if let known = nested[first], keys.count > 1, !known.contains(keys[1]) {
            return ("unknown", "the schema has no key \(first).\(keys[1])")
        }
        if keys.starts(with: ["http", "cors"]), keys.count > 2, !cors.contains(keys[2]) {
            return ("unknown", "the schema has no key http.cors.\(keys[2])")
        }
        return nil
    }
}
