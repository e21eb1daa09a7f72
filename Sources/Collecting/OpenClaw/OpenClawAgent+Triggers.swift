internal import Compliance
internal import Documents

extension OpenClawAgent {
    /// Records what starts the agent: people, channels, the heartbeat, jobs, webhooks, the gateway.
    func recordTriggers(into recorder: inout Recorder) {
        stack.record(.trigger, at: ["gateway"], ["kind": "human", "untrusted": false], into: &recorder)
        for channel in stack.value(["channels"])?.node.members ?? [] {
            guard !["defaults", "modelByChannel"].contains(channel.key), channel.value.isObject else { continue }
            guard channel.value["enabled"]?.boolean != false else { continue }
            record(channel: channel, into: &recorder)
        }
        recordHeartbeat(into: &recorder)
        recordHooks(into: &recorder)
        recordGateway(into: &recorder)
        for member in members where member.role.role == .jobs { recordJobs(member.file, into: &recorder) }
    }

    /// A channel: direct messages pair by default, groups need a list.
    ///
    /// <https://docs.openclaw.ai/gateway/configuration-reference#channels>
    private func record(channel: Documents.Member, into recorder: inout Recorder) {
        let accounts = channel.value["accounts"]?.members ?? []
        let scopes: [(path: [String], node: Node)] =
            [(["channels", channel.key], channel.value)]
            + accounts.map { (["channels", channel.key, "accounts", $0.key], $0.value) }
        recordServer(of: channel, into: &recorder)
        let usual = stack.value(["channels", "defaults", "groupPolicy"])?.node.string ?? "allowlist"
        for scope in scopes {
            let direct = scope.node["dmPolicy"] ?? scope.node.at(["dm", "policy"])
            let group = scope.node["groupPolicy"]
            if scope.path.count > 2, direct == nil, group == nil { continue }
            let directs = direct?.string ?? "pairing"
            let groups = group?.string ?? usual
            // Anybody may write where the list of people holds a star.
            let all = scope.node["allowFrom"]?.texts.contains("*") == true
            let isOpen = directs == "open" || groups == "open" || all && directs != "disabled"
            let place: String? =
                directs == "open" ? "dmPolicy" : groups == "open" ? "groupPolicy" : all ? "allowFrom" : nil
            let path = place.flatMap { scope.node[$0] == nil ? nil : scope.path + [$0] } ?? scope.path
            stack.record(
                .trigger, at: path,
                [
                    "kind": "event", "expression": .text("\(channel.key): direct \(directs), groups \(groups)"),
                    "untrusted": .boolean(isOpen),
                ], into: &recorder)
        }
    }

    /// The chat server that a channel names by itself, and that gets the bot's token.
    private func recordServer(of channel: Documents.Member, into recorder: inout Recorder) {
        guard let key = ["baseUrl", "serverUrl", "homeserver"].first(where: { channel.value[$0]?.string != nil }),
            let url = channel.value[key]?.string
        else { return }
        let address = ServerAddress(url)
        stack.record(
            .delegation, at: ["channels", channel.key, key],
            [
                "peer": .text("\(channel.key) at \(Redaction.redact(url))"), "transport": "http",
                "host_kind": .text(address.isClusterService ? "cluster" : address.kind), "tls": Value(address.tls),
                "authentication": "token",
            ], into: &recorder)
    }

    /// Every 30 minutes by default; when any entry names a heartbeat, only those that do have one.
    ///
    /// <https://docs.openclaw.ai/gateway/heartbeat>
    private func recordHeartbeat(into recorder: inout Recorder) {
        let list = stack.value(["agents", "list"])?.node.elements ?? []
        let isListed = list.contains { $0["heartbeat"] != nil }
        let isOwn = entry.path.map { stack.value($0 + ["heartbeat"]) != nil } ?? false
        guard isListed ? isOwn : entry.isDefault else { return }
        let path = own("heartbeat", "every")
        let every = text(path) ?? "30m"
        guard every.contains(where: { "123456789".contains($0) }) else { return }
        stack.record(
            .trigger, at: path,
            ["kind": "schedule", "expression": .text("every \(every)"), "untrusted": false], into: &recorder)
    }

    /// Webhooks: off by default; mail is written by outsiders.
    ///
    /// <https://docs.openclaw.ai/automation/webhook>
    private func recordHooks(into recorder: inout Recorder) {
        guard boolean(["hooks", "enabled"]) == true else { return }
        let presets = stack.value(["hooks", "presets"])?.node.texts ?? []
        let isMail = presets.contains("gmail") || stack.value(["hooks", "gmail"]) != nil
        stack.record(
            .trigger, at: ["hooks", isMail && stack.value(["hooks", "gmail"]) != nil ? "gmail" : "enabled"],
            [
                "kind": "webhook", "expression": .text(isMail ? "gmail" : text(["hooks", "path"]) ?? "/hooks"),
                "untrusted": isMail ? true : .null,
            ], into: &recorder)
    }

    /// The gateway asks for a token by default; without one, whoever reaches it drives the agent.
    ///
    /// <https://docs.openclaw.ai/gateway/security>
    private func recordGateway(into recorder: inout Recorder) {
        let mode =
            text(["gateway", "auth", "mode"])
            ?? (stack.value(["gateway", "auth", "password"]) == nil ? "token" : "password")
        let bind = text(["gateway", "bind"]) ?? "loopback"
        let tailscale = text(["gateway", "tailscale", "mode"]) ?? "off"
        let isReached = !["loopback", "auto"].contains(bind) || tailscale != "off"
        let endpoints = stack.value(["gateway", "http", "endpoints"])?.node.members ?? []
        let isServing = endpoints.contains { $0.value["enabled"]?.boolean == true }
        guard isReached || isServing || mode == "none" else { return }
        let path =
            mode == "none"
            ? ["gateway", "auth", "mode"]
            : tailscale != "off"
                ? ["gateway", "tailscale", "mode"] : isReached ? ["gateway", "bind"] : ["gateway", "http"]
        stack.record(
            .trigger, at: path,
            [
                "kind": "webhook",
                "expression": .text("gateway: bind \(bind), authentication \(mode), tailscale \(tailscale)"),
                "untrusted": .boolean(mode == "none" && isReached),
            ], into: &recorder)
    }

    /// Jobs that were scheduled, by people or by the agent itself.
    private func recordJobs(_ file: SourceFile, into recorder: inout Recorder) {
        guard let root = file.document?.root else { return recorder.refuse(file, for: id, tables: [.trigger]) }
        guard boolean(["cron", "enabled"]) != false else { return }
        for (index, job) in (root["jobs"]?.elements ?? root.elements).enumerated() {
            let owner = job["agentId"]?.string
            guard job["enabled"]?.boolean != false, owner == nil ? entry.isDefault : owner == entry.id else { continue }
            let schedule = job["schedule"]
            let expression = schedule?["expr"] ?? schedule?["at"] ?? schedule?["everyMs"]
            let text = expression?.string ?? expression?.integer.map { "every \($0) ms" }
            recorder.record(
                .trigger, ["kind": "schedule", "expression": Value(text), "untrusted": false], for: id, in: file,
                at: expression?.position ?? job.position, pointer: "/jobs/\(index)")
        }
    }
}
