public import Documents

/// A variable in the place of a secret that stands in the entry of an MCP server.
public struct SecretReference: Sendable {
    /// What puts it there.
    public let operations: [PatchOperation]
    /// The variable, or what asks for the value.
    public let name: String
    /// What somebody has to do, since the secret is known and the variable is not there yet.
    public let task: String

    /// The form in which a product's file names a variable, and the endings of those files.
    ///
    /// <https://code.claude.com/docs/en/mcp#environment-variable-expansion-in-mcp-json>,
    /// <https://cursor.com/docs/context/mcp#config-interpolation>,
    /// <https://docs.windsurf.com/windsurf/cascade/mcp>, <https://docs.roocode.com/features/mcp/using-mcp-in-roo>,
    /// <https://geminicli.com/docs/reference/configuration>, <https://kiro.dev/docs/cli/mcp/configuration>,
    /// <https://opencode.ai/docs/config#variables>
    private static let forms: [String: (files: [String], open: String)] = [
        "Claude Code": ([".mcp.json"], "${"), "Cursor": ([".cursor/mcp.json"], "${env:"),
        "Windsurf": (["mcp_config.json"], "${env:"), "Roo": ([".roo/mcp.json"], "${env:"),
        "Gemini CLI": ([".gemini/settings.json"], "${"), "Kiro": ([".kiro/settings/mcp.json"], "${"),
        "opencode": (["opencode.json", "opencode.jsonc"], "{env:"),
    ]

    /// Nil where no secret is recognised at the place, and where the product fills no variable there.
    ///
    /// `pointer` leads to a value among the variables or headers of a server in the tree of a file.
    public init?(at pointer: String, in root: Node, path: String, product: String) {
        let steps = pointer.split(separator: "/").map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
        guard steps.count > 3, let text = root.value(at: pointer)?.string else { return nil }
        let (server, map, key) = (steps[steps.count - 3], steps[steps.count - 2], steps[steps.count - 1])
        guard let secret = SecretScanner.detect(key: key, value: text) else { return nil }
        let isHeader = map == "headers"
        guard isHeader || ["env", "environment", "envs"].contains(map) else { return nil }
        let name = isHeader ? Self.variable(for: key, of: server) : key
        // The scheme before a token stays; of a variable the whole value is kept elsewhere.
        let range = isHeader ? secret.range : text.startIndex..<text.endIndex
        let entry = pointer.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
        self.name = name
        var place = "where \(product) starts"
        if product == "Kiro" { place += ", and approve the variable in Kiro" }
        switch product {
        case "Codex CLI", "Goose":
            let list = product == "Goose" ? "env_keys" : "env_vars"
            guard !isHeader, let names = Self.adding(name, to: entry + "/" + list, in: root) else { return nil }
            operations = [.remove(pointer), names]
            if product == "Goose" { place = "by `goose configure`" }
        case "VS Code":
            guard path.hasSuffix("mcp.json"),
                let inputs = Self.adding(Self.input(name, server), to: "/inputs", in: root)
            else { return nil }
            let isThere = root["inputs"]?.elements.contains { $0["id"]?.string == name } ?? false
            let value = PatchOperation.replace(
                pointer, Self.text(text.replacing(range, with: "${input:\(name)}")))
            operations = isThere ? [value] : [value, inputs]
            place = "when VS Code asks for it"
        default:
            guard let form = Self.forms[product], form.files.contains(where: { "/\(path)".hasSuffix("/" + $0) })
            else { return nil }
            operations = [.replace(pointer, Self.text(text.replacing(range, with: "\(form.open)\(name)}")))]
        }
        task = "the secret counts as disclosed: replace it at its issuer, and give the new one as \(name) \(place)"
    }

    /// `Authorization` of the server `search` is kept in `SEARCH_TOKEN`, `X-Api-Key` in `SEARCH_X_API_KEY`.
    private static func variable(for header: String, of server: String) -> String {
        let last = header.lowercased() == "authorization" ? "TOKEN" : header
        let name = (server + "_" + last).uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        return name.first?.isNumber == true ? "_" + String(name) : String(name)
    }

    /// What makes VS Code ask for a value once.
    ///
    /// <https://code.visualstudio.com/docs/copilot/reference/mcp-configuration#_input-variables-for-sensitive-data>
    private static func input(_ name: String, _ server: String) -> Node {
        let members = [
            ("type", text("promptString")), ("id", text(name)), ("description", text("\(name) for \(server)")),
            ("password", Node(.boolean(true), at: .start)),
        ]
        return Node(.object(members.map { Documents.Member(key: $0, keyPosition: .start, value: $1) }), at: .start)
    }

    private static func adding(_ name: String, to list: String, in root: Node) -> PatchOperation? {
        adding(text(name), to: list, in: root)
    }

    private static func adding(_ value: Node, to list: String, in root: Node) -> PatchOperation? {
        guard let old = root.value(at: list) else { return .add(list, Node(.array([value]), at: .start)) }
        return old.isArray ? .add(list + "/-", value) : nil
    }

    private static func text(_ text: String) -> Node { Node(.string(text), at: .start) }
}

extension String {
    fileprivate func replacing(_ range: Range<String.Index>, with other: String) -> String {
        var text = self
        text.replaceSubrange(range, with: other)
        return text
    }
}
