internal import Compliance
internal import Documents

/// The manifest of an API plug-in: its functions and where they run.
struct M365Plugin {
    let root: Node
    /// What the OpenAPI files that its runtimes name say of its operations.
    var operations = M365Operations()

    func record(_ scribe: inout Scribe) {
        scribe.settings(root)
        scribe.secrets(in: root, holder: "plug-in")
        for (index, function) in (root["functions"]?.elements ?? []).enumerated() {
            guard let node = function["name"], let name = node.string else { continue }
            let confirmation = function[path: ["capabilities", "confirmation"]]
            let type = confirmation?["type"]?.string
            // `isNonConsequential` lets the user choose never to be asked again. Without a word the product asks by the
            // method, each time for all but GET:
            // <https://learn.microsoft.com/en-us/microsoft-365-copilot/extensibility/api-plugin-confirmation-prompts>
            let usual = operations.flags[name].map { $0.isFree ? "on-risk" : "always" } ?? "on-risk"
            let approval =
                type == "None"
                ? "never"
                : confirmation?["isNonConsequential"]?.boolean == true
                    ? "on-risk"
                    : type == "AdaptiveCard" ? "always" : confirmation == nil ? usual : nil
            scribe.tool(
                name, approval: approval, at: confirmation?["type"] ?? node,
                confirmation == nil ? "/functions/\(index)/name" : "/functions/\(index)/capabilities/confirmation")
            if let text = function["description"] {
                scribe.instruction(name, kind: "skill", text, "/functions/\(index)/description")
            }
        }
        for (index, runtime) in (root["runtimes"]?.elements ?? []).enumerated() {
            let pointer = "/runtimes/\(index)"
            let auth = runtime[path: ["auth", "type"]]?.string
            if let url = runtime[path: ["spec", "url"]], let text = url.string,
                runtime["type"]?.string == "RemoteMCPServer"
            {
                scribe.remoteServer(
                    root["name_for_human"]?.string ?? "plug-in", url: text, client: "Microsoft 365 Copilot",
                    auth: auth == "None" ? "none" : auth == "OAuthPluginVault" ? "oauth" : auth == nil ? nil : "header",
                    scope: (runtime["run_for_functions"]?.elements ?? []).contains { $0.string == "*" }
                        ? "all" : "listed", at: url,
                    pointer + "/spec/url")
            }
            guard let auth, auth.hasSuffix("PluginVault"), let reference = runtime[path: ["auth", "reference_id"]]
            else { continue }
            scribe.add(
                .credential, at: reference, pointer + "/auth/reference_id",
                [
                    "holder": "plug-in", "name": .text(auth), "kind": auth.hasPrefix("OAuth") ? "token" : "api-key",
                    "storage": "vault", "detector": "plugin-vault",
                ])
        }
    }
}
