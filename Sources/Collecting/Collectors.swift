/// Every collector, in alphabetical order of its name.
enum Collectors {
    static let all: [any Collector] = [
        Codex(),
        MCPClients(),
        Statements(),
    ]
}
