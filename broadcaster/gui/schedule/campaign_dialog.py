"""Where the campaign dialog was before gui/campaigns."""

from __future__ import annotations

from broadcaster.gui.campaigns.dialog import CampaignDialog as CampaignDialog
from broadcaster.gui.campaigns.dialog import make_campaign as make_campaign
