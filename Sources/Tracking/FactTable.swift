internal import GRDB

/// The facts of a scope through time.
struct FactTable {
    let db: Database
    let scope: String

    init(_ db: Database, scope: String) {
        self.db = db
        self.scope = scope
    }

    /// Ends what is no longer said, begins what is said anew or otherwise, and leaves the rest.
    func record(_ facts: [Fact.Key: Fact], as number: Int) throws {
        let current = try self.facts(at: nil)
        let end = try db.makeStatement(
            sql: """
                UPDATE fact SET last = ? WHERE scope = ? AND facet = ? AND agent = ? AND name = ? AND last IS NULL
                """)
        for key in current.keys where facts[key] != current[key] {
            try end.execute(arguments: [number - 1, scope, key.facet.rawValue, key.agent, key.name])
        }
        let begin = try db.makeStatement(
            sql: "INSERT INTO fact (scope, facet, agent, name, first, value, basis) VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (key, fact) in facts where current[key] != fact {
            try begin.execute(
                arguments: [scope, key.facet.rawValue, key.agent, key.name, number, fact.value, fact.basis])
        }
    }

    /// What an assessment said; the last one when no number is given.
    func facts(at number: Int?) throws -> [Fact.Key: Fact] {
        let moment = number == nil ? "last IS NULL" : "first <= :number AND (last IS NULL OR last >= :number)"
        var arguments: StatementArguments = ["scope": scope]
        if let number { arguments += ["number": number] }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT facet, agent, name, value, basis FROM fact WHERE scope = :scope AND \(moment)",
            arguments: arguments)
        var facts: [Fact.Key: Fact] = [:]
        while let row = try rows.next() {
            guard let facet = Fact.Facet(rawValue: row[0]) else { continue }
            facts[Fact.Key(facet, agent: row[1], row[2])] = Fact(row[3], basis: row[4])
        }
        return facts
    }
}
