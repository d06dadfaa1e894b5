Feature: Edits of our own

  Background:
    Given the edits in "../rules"
    And the payer is other

  Scenario Outline: The payer takes 4 wound care sets until 2026-01-31, and 2 from then on
    Given the claim lines:
      | procedure_code | units   | date_of_service |
      | A6550          | <units> | <day>           |
    When the claim is checked
    Then line 1 <has> EXA010

    Examples:
      | units | day        | has            |
      | 4     | 2026-01-31 | has no finding |
      | 5     | 2026-01-31 | has finding    |
      | 2     | 2026-02-01 | has no finding |
      | 3     | 2026-02-01 | has finding    |

  Scenario: What the payer may take from next year on
    Given the parameter most_wound_care_sets is 6
    And the claim lines:
      | procedure_code | units | date_of_service |
      | A6550          | 6     | 2026-02-01      |
    When the claim is checked
    Then line 1 has no finding EXA010
