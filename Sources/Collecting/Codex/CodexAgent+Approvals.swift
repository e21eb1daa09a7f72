internal import Compliance
internal import Documents

extension CodexAgent {
    private static let policies = ["never", "on-failure", "on-request", "granular", "untrusted"]

    /// The approval policy that comes out, demands taken into account; nil when its value is none that Codex knows.
    var policy: String? {
        let found = stack.value("approval_policy")?.node
        let written: String?
        switch found?.content {
        case nil: written = "on-request"
        case .object: written = found?["granular"]?.isObject == true ? "granular" : nil
        default: written = found?.string
        }
        guard let written, Self.policies.contains(written) else { return nil }
        return stack.requirements.bounded(written, by: "allowed_approval_policies", weakestFirst: Self.policies)
    }

    /// Whether a category of questions still reaches somebody under a granular policy; other policies ask all.
    func asks(_ category: String) -> Bool {
        policy != "granular" || stack.boolean("approval_policy", "granular", category) == true
    }

    /// Whether another model answers in the person's place.
    ///
    /// <https://developers.openai.com/codex/agent-approvals-security>
    var isReviewedByModel: Bool {
        let reviewer = stack.text("approvals_reviewer") ?? "user"
        let order = ["auto_review", "guardian_subagent", "user"]
        return stack.requirements.bounded(reviewer, by: "allowed_approvals_reviewers", weakestFirst: order) != "user"
    }

    /// When somebody is asked before actions of a kind; nil when that is not known.
    func gate(_ covers: String) -> String? {
        guard let policy else { return nil }
        let answered = isReviewedByModel ? "model" : nil
        switch policy {
        case "never": return "never"
        case "untrusted": return answered ?? (covers == "mcp" ? "on-risk" : "always")
        default:
            // Edits inside the folders that may be written are made without a question under every other policy.
            if covers == "write" {
                guard let filesystem = isolation.filesystem else { return nil }
                if filesystem != "read-only" { return "never" }
            }
            // A category that is off is refused without asking, and nobody decides.
            guard asks(covers == "mcp" ? "mcp_elicitations" : "sandbox_approval") else { return "never" }
            // `auto_review` answers what on-request and granular policies ask; the sandbox stays as it is.
            return answered ?? "on-risk"
        }
    }

    /// The setting that decides a gate.
    private func place(of covers: String, _ mode: String) -> [String] {
        if mode == "model" { return ["approvals_reviewer"] }
        return covers == "write" && mode == "never" && policy != "never" ? isolation.path : ["approval_policy"]
    }

    /// Records the gates, present or not: what no file says is the product's default.
    func recordApprovals(into recorder: inout Recorder) {
        guard policy != nil else {
            recorder.cover(id, .approval, .partial, because: "approval_policy has a value that Codex does not know")
            return
        }
        // `--yolo` needs the policy `never` and full access; who forbids one of them locks it.
        let lock = stack.requirements.allowed("allowed_approval_policies").map { !$0.contains("never") } ?? false
        let closed =
            stack.requirements.allowed("allowed_sandbox_modes").map { !$0.contains("danger-full-access") } ?? false
        for covers in ["shell", "write", "network", "mcp"] {
            guard let mode = gate(covers) else { continue }
            record(
                .approval, at: place(of: covers, mode),
                ["covers": .text(covers), "mode": .text(mode), "bypassable": .boolean(!(lock && closed))],
                into: &recorder)
        }
    }

    /// Records the tools that Codex itself has.
    func recordTools(into recorder: inout Recorder) {
        var tools: [(String, String, String?, [String])] = []
        if (stack.requirements.feature("shell_tool") ?? stack.boolean("features", "shell_tool")) != false {
            tools.append(("shell", "execute", gate("shell"), ["approval_policy"]))
        }
        let edits = gate("write")
        tools.append(("apply_patch", "write", edits, place(of: "write", edits ?? "")))
        let search = webSearch
        if search.mode != "disabled" {
            tools.append(("web_search", search.mode == "live" ? "network" : "read", "never", search.path))
        }
        for (name, effect, approval, path) in tools {
            record(
                .tool, at: path,
                [
                    "actor": "main", "name": .text(name), "origin": "built-in", "effect": .text(effect),
                    "approval": Value(approval),
                ], into: &recorder)
        }
    }

    /// The mode of web search and the setting that decides it; full access makes it live.
    ///
    /// <https://developers.openai.com/codex/config-reference>
    private var webSearch: (mode: String, path: [String]) {
        var found = (mode: isolation.filesystem == "full" ? "live" : "cached", path: ["web_search"])
        if let mode = stack.text("web_search") {
            found.mode = mode
        } else if let old = stack.boolean("tools", "web_search") {
            found = (old ? "live" : "disabled", ["tools", "web_search"])
        }
        guard let allowed = stack.requirements.allowed("allowed_web_search_modes"), !allowed.contains(found.mode) else {
            return found
        }
        found.mode = ["live", "cached"].first(where: allowed.contains) ?? "disabled"
        return found
    }
}
