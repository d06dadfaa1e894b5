Feature: What our billers must never send again, and what must pass

  Scenario: A skin substitute billed with its application is clean
    Given the payer is medicare
    And the claim lines:
      | procedure_code | units | date_of_service |
      | 15271          | 1     | 2026-01-15      |
      | Q4257          | 20    | 2026-01-15      |
    When the claim is checked
    Then the claim is clean

  Scenario: A skin substitute without its application is denied
    Given the payer is medicare
    And the claim lines:
      | procedure_code | units | date_of_service |
      | Q4257          | 20    | 2026-01-15      |
    When the claim is checked
    Then line 1 has finding AOC010
      | disposition | line_item_denial |
      | remittance  | CO 107 N122      |

  Scenario Outline: <units> square centimeters <have> to be corrected
    Given the payer is medicare
    And the claim lines:
      | procedure_code | units   | date_of_service |
      | 15275          | 1       | 2026-02-03      |
      | Q4390          | <units> | 2026-02-03      |
    When the claim is checked
    Then line 2 <have> UOS020

    Examples:
      | units | have           |
      | 12    | has no finding |
      | 12.5  | has finding    |
      | 13    | has no finding |

  Scenario: What cannot be checked is said, and is no pass
    Given no code records
    And the payer is medicare
    And the claim lines:
      | procedure_code | units | date_of_service |
      | Q4257          | 12.5  | 2026-01-15      |
    When the claim is checked
    Then UOS020 is not checked because no code record is in force: no release loaded starts on or before 2026-01-15
    And the findings are exactly:
      | line_number | edit_id |
      | 1           | COD900  |
