Feature: Claims as our generator writes them

  Scenario: The claims of a file
    Given the edits in "../rules"
    And the claims in "../claims/january.csv"
    When the claims are checked
    Then claim "EX-1" line 2 has no finding UOS020
    And claim "EX-3" line 2 has finding UOS020
      | location | ../claims/january.csv:6 |
    And claim "EX-5" has finding COD920

  Scenario: A claim that stands in the scenario, in any format
    Given the claims:
      """
      {"claim_id": "EX-6", "payer_type": "medicare", "lines": [
        {"line_number": 1, "procedure_code": "Q4390", "units": 8, "date_of_service": "2025-09-30"}]}
      """
    When the claim is checked
    Then line 1 has finding COD020
