import Compliance
import Testing

@testable import Collecting

@Suite struct CloudIdentityTests {
    private static let deployment = """
        agents:
          a:
            aws:
              execution_role: arn:aws:iam::123456789012:role/shop-agent
        """

    private static let details = """
        {"RoleDetailList": [
          {"RoleName": "shop-agent", "Arn": "arn:aws:iam::123456789012:role/shop-agent",
           "AssumeRolePolicyDocument": {"Statement": [
             {"Effect": "Allow", "Principal": {"Service": "bedrock-agentcore.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
           "RolePolicyList": [{"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Action": "s3:DeleteObject", "Resource": "*"}]}}],
           "AttachedManagedPolicies": [{"PolicyName": "own", "PolicyArn": "arn:aws:iam::123456789012:policy/own"}]},
          {"RoleName": "other", "Arn": "arn:aws:iam::123456789012:role/other", "RolePolicyList": []}],
         "Policies": [{"PolicyName": "own", "PolicyVersionList": [
          {"IsDefaultVersion": false, "Document": {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}},
          {"IsDefaultVersion": true, "Document": {"Statement": {"Effect": "Allow", "Action": "sqs:SendMessage",
           "Resource": "arn:q"}}}]}]}
        """

    @Test func rolesOfAnExportAreJoined() throws {
        let evidence = try Workspace([
            ".bedrock_agentcore.yaml": Self.deployment, "iam/details.json": Self.details,
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("agentcore@.#a")])
        let role = try #require(evidence[.credential].first { $0["detector"] == "iam-role" })
        #expect(role["scope_breadth"] == "broad")
        #expect(role["obtainable_by"] == "service")
        #expect(role.artifact == ".bedrock_agentcore.yaml")
        #expect(role.line == 4)
        let rules = evidence[.permission]
        #expect(rules.map { $0["hazard"].text } == ["destructive", "write"])
        #expect(rules.map(\.line) == [6, 11])
        #expect(rules.allSatisfy { $0.artifact == "iam/details.json" && $0.agent == AgentID("agentcore@.#a") })
        #expect(evidence.artifact("iam/details.json")?["status"] == "read")
        #expect(evidence.completeness("permission") == ["partial", "partial"])
    }

    @Test func inlinePolicyOfARole() throws {
        let evidence = try Workspace([
            ".bedrock_agentcore.yaml": Self.deployment,
            "p.json": """
            {"RoleName": "shop-agent", "PolicyName": "p",
             "PolicyDocument": {"Version": "2012-10-17", "Statement": [
               {"Effect": "Deny", "Action": "iam:*", "Resource": "*"},
               {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}]}}
            """,
        ]).collect()
        let rules = evidence[.permission]
        #expect(rules.map { $0["effect"].text } == ["deny", "allow"])
        #expect(rules.map { $0["effective"] } == [true, false])
        // What is allowed is denied again: nothing is left to open.
        #expect(evidence[.credential].first?["scope_breadth"] == .null)
    }

    @Test func policyOfAnAgentStandsForItself() throws {
        let evidence = try Workspace([
            "agent-policy.json": """
            {"Version": "2012-10-17",
             "Statement": [{"Effect": "Allow", "Action": "bedrock:*", "Resource": "*"}]}
            """,
            "trust.json": """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "bedrock.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
            """,
            "bucket.json": """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "bedrock:x",
             "Resource": "arn:aws:s3:::b/*"}]}
            """,
            "backup.json": """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
            """,
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents.map(\.rawValue) == ["cloud-identity@.#agent-policy", "cloud-identity@.#trust"])
        #expect(evidence[.credential].map { $0["scope_breadth"] } == ["broad", .null])
        #expect(evidence[.credential].map { $0["obtainable_by"] } == [.null, "service"])
        #expect(evidence.artifact("backup.json") == nil)
    }

    @Test func policiesWithoutAgentsAreLeftAlone() throws {
        let evidence = try Workspace(["details.json": Self.details.replacing("bedrock-agentcore", with: "ec2")])
            .collect()
        #expect(evidence.isEmpty)
        #expect(evidence[.artifact].isEmpty)
    }

    @Test(arguments: [
        ("roles/owner", "any", "privilege"), ("roles/editor", "broad", "arbitrary-code"),
        ("roles/aiplatform.user", "narrow", "write"), ("roles/iam.serviceAccountTokenCreator", "broad", "privilege"),
        ("roles/storage.objectViewer", "narrow", "read"),
    ])
    func googleBindings(role: String, scope: String, hazard: String) throws {
        let account = "agent@shop.iam.gserviceaccount.com"
        let evidence = try Workspace([
            ".github/workflows/a.yml": """
            on: workflow_dispatch
            jobs:
              a:
                steps:
                  - uses: google-github-actions/auth@v2
                    with: { service_account: "\(account)", workload_identity_provider: "p" }
                  - uses: google-github-actions/run-gemini-cli@v0
            """,
            "iam.json": """
            {"bindings": [
              {"members": ["user:a@shop.test"], "role": "roles/viewer"},
              {"members": ["serviceAccount:\(account)"],
               "role": "\(role)"}]}
            """,
        ]).collect()
        #expect(evidence.faults == [])
        let credential = try #require(evidence[.credential].first { $0["detector"] == "google-service-account" })
        #expect(credential["scope_breadth"] == Value(scope))
        #expect(credential["line"] == 6)
        let rule = try #require(evidence[.permission].first { $0.artifact == "iam.json" })
        #expect(rule["hazard"] == Value(hazard))
        #expect(rule["line"] == 4)
    }

    @Test func azureAssignments() throws {
        let evidence = try Workspace([
            "roles.json": """
            [{"principalId": "11111111-1111-1111-1111-111111111111", "principalName": "agent",
              "principalType": "ServicePrincipal", "roleDefinitionName": "Azure AI User",
              "scope": "/subscriptions/s/resourceGroups/g"},
             {"principalId": "11111111-1111-1111-1111-111111111111", "principalType": "ServicePrincipal",
              "roleDefinitionName": "Owner", "scope": "/subscriptions/s"},
             {"principalId": "2", "principalType": "User", "roleDefinitionName": "Owner", "scope": "/"}]
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents.count == 1)
        #expect(evidence[.credential].first?["scope_breadth"] == "any")
        #expect(evidence[.permission].map { $0["hazard"].text } == ["write", "privilege"])
        #expect(evidence[.permission].map(\.line) == [2, 5])
    }

    @Test func brokenExportLeavesRightsUnknown() throws {
        let evidence = try Workspace([
            ".bedrock_agentcore.yaml": Self.deployment,
            "iam.json": #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ]"#,
        ]).collect()
        #expect(evidence.artifact("iam.json")?["status"] == "refused")
        #expect(!evidence.completeness("permission").contains("complete"))
        #expect(evidence[.credential].first?["scope_breadth"] == .null)
    }
}
