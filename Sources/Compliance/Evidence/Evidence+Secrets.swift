extension Evidence {
    /// Where secrets of an agent are written out; a declared or referenced credential is none.
    public func secrets(of agent: AgentID) -> Set<String> {
        Set(
            self[.credential].filter { $0.agent == agent && $0["storage"] == "inline" }.map { row in
                Citation(
                    artifact: row.artifact ?? "", sha256: nil, line: row.line, column: row.column, pointer: nil
                ).place
            })
    }
}
