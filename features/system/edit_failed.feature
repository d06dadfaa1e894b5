@SYS020
Feature: Claim could not be checked: an edit failed

  A claim on which the engine fails has not been checked, whatever else is known of it. It must not pass for a clean
  one in the biller's eyes, and it must not stop the claims behind it.

  Rule: Nothing vanishes: a claim that could not be checked is reported as such (WPS Medicare Part B, Unprocessable Claim Guidelines: what is incomplete is sent back, not passed over)

    Background:
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20.5  | 2026-01-15      |

    Scenario: A claim on which the engine fails is reported as not checked
      Given the engine fails on every claim
      When the claim is checked
      Then the claim has finding SYS020
        | field            | value                                                                                                        |
        | title            | Claim could not be checked: an edit failed |
        | disposition      | not_checked                                                                                                  |
        | message          | The claim was not checked: the engine failed (durable_rules ran out of memory).                              |
        | fix              | Check the claim again by itself; if it fails again, report it with the claim's shape.                        |
        | evidence         | field=claim, reason=durable_rules ran out of memory                                                          |
        | remittance       | none                                                                                                         |
        | code_set_release | none                                                                                                         |
        | authority        | Medicare Claims Processing Manual, Pub. 100-04, ch. 1, as quoted by NGS Medicare (article 972099), sec. 80.3.1, incomplete or invalid claims |

    Scenario: What other edits would have found on such a claim is not reported beside it
      Given the engine fails on every claim
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | SYS020  | not_checked |

    Scenario: Where the engine does not fail, the claim is judged by its edits
      When the claim is checked
      Then line 2 has finding UOS020
      And the claim has no finding SYS020
