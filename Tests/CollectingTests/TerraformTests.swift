import Compliance
import Testing

@testable import Collecting

@Suite struct TerraformTests {
    @Test func rolesOfAPlan() throws {
        let evidence = try Workspace([
            "plan.json": #"""
            {"planned_values": {"root_module": {"resources": [
              {"type": "aws_bedrockagent_agent", "address": "aws_bedrockagent_agent.a",
               "values": {"agent_name": "a", "foundation_model": "m"}},
              {"type": "aws_bedrockagent_agent", "address": "aws_bedrockagent_agent.b",
               "values": {"agent_name": "b"}},
              {"type": "aws_bedrockagent_agent_action_group", "address": "aws_bedrockagent_agent_action_group.g",
               "values": {"action_group_name": "g", "function_schema": [{"member_functions": [{"functions": [
                {"name": "delete_order"}]}]}]}},
              {"type": "aws_iam_role", "address": "aws_iam_role.r", "values": {"name": "agent-role",
               "max_session_duration": 7200,
               "assume_role_policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"bedrock.amazonaws.com\"}}]}"}},
              {"type": "aws_iam_role_policy", "address": "aws_iam_role_policy.p", "values": {"role": "agent-role",
               "policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ec2:RunInstances\",\"Resource\":\"*\"}]}"}},
              {"type": "aws_iam_role_policy_attachment", "address": "aws_iam_role_policy_attachment.t",
               "values": {"role": "agent-role", "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}}]}},
             "configuration": {"root_module": {"resources": [
              {"address": "aws_bedrockagent_agent.a", "expressions": {"agent_resource_role_arn":
               {"references": ["aws_iam_role.r.arn", "aws_iam_role.r"]}}},
              {"address": "aws_bedrockagent_agent_action_group.g", "expressions": {"agent_id":
               {"references": ["aws_bedrockagent_agent.b.agent_id", "aws_bedrockagent_agent.b"]}}}]}}}
            """#
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents.count == 2)
        let role = try #require(evidence[.credential].first)
        #expect(role.agent == AgentID("bedrock@.#aws_bedrockagent_agent.a"))
        #expect(role["principal"] == "agent-role (AdministratorAccess)")
        #expect(role["scope_breadth"] == "any")
        #expect(role["obtainable_by"] == "service")
        #expect(role["ttl_seconds"] == 7200)
        #expect(Set(evidence[.permission].map { $0["hazard"].text }) == ["privilege", "arbitrary-code"])
        #expect(evidence[.permission].map(\.line) == [13, 15])
        // The configuration says whose the action group is.
        #expect(evidence[.tool].map(\.agent) == [AgentID("bedrock@.#aws_bedrockagent_agent.b")])
    }

    @Test func configurationInJSON() throws {
        let evidence = try Workspace([
            "main.tf.json": #"""
            {"resource": {
              "aws_bedrockagent_agent": {"shop": {"agent_name": "shop", "foundation_model": "m",
                "agent_resource_role_arn": "${aws_iam_role.shop.arn}"}},
              "aws_iam_role": {"shop": {"assume_role_policy": "${jsonencode({})}"}},
              "aws_iam_role_policy": {"shop": [{"role": "${aws_iam_role.shop.id}",
                "policy": "${data.aws_iam_policy_document.shop.json}"}]}},
             "data": {"aws_iam_policy_document": {"shop": {"statement": [
                {"actions": ["iam:*"],
                 "resources": ["*"]}]}}}}
            """#
        ]).collect()
        #expect(evidence.faults == [])
        let rule = try #require(evidence[.permission].first)
        #expect(rule["hazard"] == "privilege")
        #expect(rule["line"] == 8)
        #expect(evidence[.credential].first?["scope_breadth"] == "broad")
        #expect(evidence[.credential].first?["obtainable_by"] == .null)
        #expect(evidence[.credential].first?["line"] == 3)
    }

    @Test func expressionsAreNotRead() throws {
        let evidence = try Workspace([
            "main.tf.json": #"""
            {"resource": {
              "aws_bedrockagent_agent": {"shop": {"agent_resource_role_arn": "${aws_iam_role.shop.arn}"}},
              "aws_iam_role": {"shop": {"inline_policy": {"policy": "${jsonencode({})}"}}}}}
            """#
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.credential].first?["scope_breadth"] == .null)
        #expect(evidence.completeness("permission") == ["partial"])
    }
}
