internal import Compliance
internal import Documents

extension ClaudeAgent {
    private static let official = "claude-plugins-official"

    /// Records plug-ins and the marketplaces that they come from.
    ///
    /// <https://code.claude.com/docs/en/plugin-marketplaces>
    func recordComponents(into recorder: inout Recorder) {
        for settings in settings.files {
            for plugin in settings.root["enabledPlugins"]?.members ?? [] {
                let market = plugin.key.split(separator: "@").dropFirst().last.map(String.init)
                recorder.record(
                    .component,
                    [
                        "kind": "plugin", "name": .text(plugin.key), "pin": "none", "source": Value(market),
                        "enabled": .boolean(plugin.value.boolean != false),
                    ],
                    for: id, in: settings.file, at: plugin.keyPosition,
                    pointer: "/enabledPlugins/\(Node.escape(plugin.key))")
            }
            for market in settings.root["extraKnownMarketplaces"]?.members ?? [] {
                recordMarketplace(market, settings.file, &recorder)
            }
        }
        for member in files(.plugin) {
            guard let root = member.file.document?.root, let name = root["name"]?.string else { continue }
            recorder.record(
                .component,
                [
                    "kind": "plugin", "name": .text(name), "version": Value(root["version"]?.string), "pin": "local",
                    "enabled": true,
                ],
                for: id, in: member.file, at: root.position(of: ["name"]), pointer: "/name")
        }
    }

    private func recordMarketplace(_ market: Documents.Member, _ file: SourceFile, _ recorder: inout Recorder) {
        let source = market.value["source"] ?? market.value
        let address = ["repo", "url", "path", "package"].lazy.compactMap { source[$0]?.string }.first ?? source.string
        let reference = source["sha"]?.string ?? source["ref"]?.string
        let isCommit =
            source["sha"] != nil || (reference?.utf8.count == 40 && reference?.allSatisfy(\.isHexDigit) == true)
        let isLocal = ["directory", "file"].contains(source["source"]?.string)
        recorder.record(
            .component,
            [
                "kind": "marketplace", "name": .text(market.key), "version": Value(reference),
                "pin": isLocal ? "local" : isCommit ? "digest" : .text(LaunchCommand.pin(of: reference ?? "")),
                "source": Value(address.map { Redaction.redact($0) }), "enabled": true,
                "auto_update": .boolean(market.value["autoUpdate"]?.boolean ?? (market.key == Self.official)),
            ], for: id, in: file, at: market.keyPosition, pointer: "/extraKnownMarketplaces/\(Node.escape(market.key))")
    }
}
