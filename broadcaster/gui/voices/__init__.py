"""The voices side by side: hear them, choose one, bring another."""
