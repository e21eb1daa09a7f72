internal import Compliance

extension JSONText {
    func members(of agent: AgentSummary) {
        member("id", agent.id.rawValue)
        member("product", agent.product)
        member("kind", agent.kind)
        member("owner", agent.owner)
        member("purpose", agent.purpose)
        key("sub_agents")
        array(agent.subAgents)
        key("unseen")
        object { for (table, why) in agent.unseen.sorted(by: { $0.key < $1.key }) { member(table.rawValue, why) } }
    }

    func members(of profile: AutonomyProfile) {
        member("agent", profile.agent.rawValue)
        member("class", profile.autonomy.rawValue)
        key("freedoms")
        object {
            for freedom in AutonomyProfile.Freedom.allCases { answer(freedom.rawValue, profile.freedoms[freedom]) }
        }
        answer("gate", profile.gate)
        key("guardrails")
        object {
            for guardrail in AutonomyProfile.Guardrail.allCases {
                answer(guardrail.rawValue, profile.guardrails[guardrail])
            }
        }
        answer("misapplied", profile.misapplied)
        observed(profile.observed)
    }

    /// Writes what logs of actions say of the same, or null where none was given.
    private func observed(_ observed: ObservedAutonomy?) {
        guard let observed else { return member("observed", String?.none) }
        key("observed")
        object {
            member("class", observed.autonomy.rawValue)
            member("because", observed.because)
            member("from", observed.from)
            member("to", observed.to)
            member("tools", observed.tools)
            member("actions", observed.counts.all)
            member("asked", observed.counts.asked)
            member("unasked", observed.counts.unasked)
            member("denied", observed.counts.denied)
            member("untold", observed.counts.untold)
            citations(observed.citations)
        }
    }

    func members(of result: CheckResult) {
        member("agent", result.agent.rawValue)
        member("check", result.check.rawValue)
        member("verdict", result.verdict.rawValue)
        member("reason", result.reason)
        key("findings")
        array(result.findings) { finding in
            object {
                member("verdict", finding.verdict.rawValue)
                member("message", finding.message)
                member("value_digest", finding.valueDigest)
                citations(finding.citations)
            }
        }
    }

    func members(of result: ControlResult) {
        member("agent", result.agent.rawValue)
        member("control", result.control.rawValue)
        member("verdict", result.verdict.rawValue)
        member("extent", result.extent.rawValue)
        key("checks")
        object {
            for verdict in Verdict.allCases {
                let checks = result.checks(verdict)
                guard !checks.isEmpty else { continue }
                key(verdict.rawValue)
                array(checks.map(\.rawValue))
            }
        }
        key("statements")
        array(result.statements) { position in number(position) }
        key("missing")
        array(result.missing.map(\.description))
        result.inferred.map(members)
    }

    private func members(of inferred: InferredVerdict) {
        key("inferred")
        object {
            member("verdict", inferred.verdict.rawValue)
            key("path")
            array(inferred.path) { step in
                object {
                    member("mapping", step.mapping.rawValue)
                    member("from", step.from.rawValue)
                    member("relationship", step.relationship.rawValue)
                    member("to", step.to.rawValue)
                }
            }
        }
    }

    private func answer(_ name: String, _ answer: AutonomyProfile.Answer?) {
        key(name)
        object {
            member("holds", answer?.holds)
            member("because", answer?.because)
            citations(answer?.citations ?? [])
        }
    }
}
