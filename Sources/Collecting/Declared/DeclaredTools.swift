internal import Compliance
internal import Documents

/// A list of tools, as Microsoft's declarative agents or OpenAI's interfaces write it.
struct DeclaredTools {
    /// Whose list it is.
    enum Style {
        /// `kind: mcp`, `approvalMode`.
        case declarative
        /// `"type": "mcp"`, `"require_approval"`.
        case openAI
    }

    let root: Node?
    let pointer: String
    let style: Style

    private static let effects = [
        "code_interpreter": "execute", "codeinterpreter": "execute", "shell": "execute", "local_shell": "execute",
        "computer_use_preview": "execute", "computer_use": "execute", "apply_patch": "write",
        "web_search": "network", "websearch": "network", "web_search_preview": "network", "bing_grounding": "network",
        "bing_custom_search": "network", "browser_automation_preview": "network", "openapi": "network",
        "file_search": "read", "filesearch": "read", "azure_ai_search": "read",
    ]

    private func kind(_ tool: Node) -> Node? { tool["kind"] ?? tool["type"] }

    /// Records whether a person is asked before any tool of the list, where that is said.
    func recordApproval(at node: Node, _ place: String, _ scribe: inout Scribe) {
        let servers = (root?.elements ?? []).filter { kind($0)?.string == "mcp" }.map { Approval($0, style) }
        let isAsking = servers.contains(where: \.isAsking)
        guard isAsking || !servers.contains(where: \.isUnknown) else {
            return scribe.cover([.approval], .partial, because: "a server's approval mode is not stated")
        }
        scribe.add(
            .approval, at: node, place,
            ["covers": "any", "mode": isAsking ? "on-risk" : "never", "bypassable": false])
    }

    /// Records every tool.
    func record(_ scribe: inout Scribe) {
        for (index, tool) in (root?.elements ?? []).enumerated() {
            guard let node = kind(tool), let text = node.string?.lowercased() else { continue }
            let place = "\(pointer)/\(index)"
            switch text {
            case "mcp": server(tool, place, &scribe)
            case "function", "custom": function(tool, node, place, &scribe)
            default:
                scribe.tool(
                    text, effect: Self.effects[text], approval: "never", at: node,
                    place + (tool["kind"] == nil ? "/type" : "/kind"))
                source(tool, text, place, &scribe)
                interface(tool, place, &scribe)
            }
        }
    }

    /// The program that runs the agent calls its functions, and decides whether to ask.
    private func function(_ tool: Node, _ type: Node, _ place: String, _ scribe: inout Scribe) {
        let name = tool["name"] ?? tool[path: ["function", "name"]] ?? tool["id"]
        scribe.tool(name?.string ?? "function", approval: nil, at: name ?? type, place)
    }

    /// Files and indexes that are searched.
    private func source(_ tool: Node, _ kind: String, _ place: String, _ scribe: inout Scribe) {
        guard Self.effects[kind] == "read" else { return }
        let options = tool["options"] ?? tool
        let name = options["index_name"] ?? options["vector_store_ids"]?.elements.first ?? options["vectorStoreIds"]
        scribe.add(
            .dataSource, at: name ?? tool, place,
            [
                "kind": "document-store", "name": .text(Redaction.redact(name?.string ?? kind)),
                "write_access": false,
            ])
    }

    /// An interface that is described in place, with how callers are known there.
    private func interface(_ tool: Node, _ place: String, _ scribe: inout Scribe) {
        let api = tool["openapi"] ?? tool["options"] ?? tool
        guard let type = api[path: ["auth", "type"]], type.string == "anonymous" || type.string == "managed_identity"
        else { return }
        guard type.string == "managed_identity" else { return }
        scribe.add(
            .credential, at: type, place,
            [
                "holder": .text(Redaction.redact(api["name"]?.string ?? "openapi")), "name": "managed identity",
                "kind": "token", "storage": "federated", "detector": "managed-identity",
            ])
    }

    private func server(_ tool: Node, _ place: String, _ scribe: inout Scribe) {
        let approval = Approval(tool, style)
        let url = tool["url"] ?? tool["serverUrl"] ?? tool["server_url"]
        let name = (tool["name"] ?? tool["serverName"] ?? tool["server_label"])?.string ?? "mcp"
        let allowed = tool["allowedTools"] ?? tool["allowed_tools"]
        let names = allowed?["tool_names"]?.elements ?? allowed?.elements ?? []
        for (index, node) in names.enumerated() {
            guard let text = node.string else { continue }
            scribe.tool(
                text, origin: "mcp", server: name, approval: approval.of(text), at: node,
                "\(place)/\(allowed?.isArray == true ? "" : "tool_names/")\(index)")
        }
        if names.isEmpty {
            scribe.tool("*", origin: "mcp", server: name, approval: approval.usual, at: url ?? tool, place)
        }
        let hasToken = tool["authorization"] != nil || !(tool["headers"]?.members.isEmpty ?? true)
        let connection = tool[path: ["connection", "kind"]]?.string
        let auth: String? =
            hasToken ? "header" : connection.map { $0 == "anonymous" ? "none" : "bearer" }
        if let url, let text = url.string {
            scribe.remoteServer(
                name, url: text, client: style == .openAI ? "OpenAI" : "Microsoft Agent Framework", auth: auth,
                approved: approval.approved, scope: names.isEmpty ? "all" : "listed", at: url, place)
        }
        for header in tool["headers"]?.members ?? [] {
            guard SecretScanner.detect(key: header.key, value: header.value.string ?? "") == nil else { continue }
            scribe.credential(
                header.value, name: header.key, holder: name, "\(place)/headers/\(Node.escape(header.key))")
        }
    }
}

extension DeclaredTools {
    /// Whether a person is asked before the tools of a server.
    struct Approval {
        /// For tools that are not named.
        let usual: String?
        private let asked: Set<String>
        private let unasked: Set<String>

        init(_ tool: Node, _ style: Style) {
            let names = { (keys: [String]) in
                Set(
                    keys.lazy.compactMap { key in tool[path: key.split(separator: "/").map(String.init)] }
                        .first?.elements.compactMap(\.string) ?? [])
            }
            asked = names(["approvalMode/alwaysRequireApprovalTools", "require_approval/always/tool_names"])
            unasked = names(["approvalMode/neverRequireApprovalTools", "require_approval/never/tool_names"])
            let mode = tool["approvalMode"]?["kind"] ?? tool["approvalMode"] ?? tool["require_approval"]
            switch mode?.string?.lowercased() {
            case "never": usual = "never"
            case "always": usual = "always"
            case "specify": usual = nil
            // OpenAI asks before every call unless told otherwise.
            default: usual = style == .openAI && mode?.string == nil ? "always" : nil
            }
        }

        /// For one tool.
        func of(_ name: String) -> String? {
            asked.contains(name) ? "always" : unasked.contains(name) ? "never" : usual
        }

        var isUnknown: Bool { usual == nil && asked.isEmpty && unasked.isEmpty }
        var isAsking: Bool { !asked.isEmpty || usual == "always" }

        /// In the words of `mcp_server.auto_approved`.
        var approved: String? {
            switch usual {
            case "never": asked.isEmpty ? "all" : "some"
            case "always": unasked.isEmpty ? "none" : "some"
            default: unasked.isEmpty ? nil : "some"
            }
        }
    }
}
