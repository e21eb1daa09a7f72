internal import Compliance
internal import Documents

/// The gate before the tools that a file names, of products where each tool says whether it asks.
///
/// Where no tool is named nothing is recorded: who would have been asked before what, nobody knows.
enum UnaskedTool {
    /// Records the gate before the sharpest of the tools, at its place.
    static func record(of tools: [Row], in scribe: inout Scribe) {
        guard let sharpest = sharpest(of: tools) else { return }
        let isAsked = sharpest["approval"] == "always"
        let covers = covers(sharpest)
        guard let covers else { return }
        scribe.recorder.record(
            .approval, ["covers": .text(covers), "mode": isAsked ? "always" : "never", "bypassable": false],
            at: sharpest)
    }

    /// The tool that can do most without a question; when all ask, the one that can do most.
    private static func sharpest(of tools: [Row]) -> Row? {
        let known = tools.filter { $0["approval"] != .null }
        let open = known.filter { $0["approval"] == "never" }
        return (open.isEmpty ? known : open).max { rank($0) < rank($1) }
    }

    private static let order = ["read", "network", "unknown", "write", "scope", "destructive", "payment", "execute"]

    private static func rank(_ tool: Row) -> Int { order.firstIndex(of: tool["effect"].text ?? "unknown") ?? 0 }

    /// Which gate stands before the tool; none before one that reads.
    private static func covers(_ tool: Row) -> String? {
        switch tool["effect"].text {
        case "read": nil
        case "network": "network"
        case "write": "write"
        case "execute": "shell"
        default: tool["origin"] == "mcp" ? "mcp" : "any"
        }
    }
}
