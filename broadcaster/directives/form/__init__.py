"""The form of administrative letters (Nghị định 30/2020/NĐ-CP), one module per part of the page. Pure rules, no I/O."""
