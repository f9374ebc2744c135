"""The first form of the station database."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('airing',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('day', sa.String(), nullable=False),
    sa.Column('session_id', sa.String(), nullable=False),
    sa.Column('session_name', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('urgency', sa.String(), nullable=False),
    sa.Column('planned_start', sa.String(), nullable=False),
    sa.Column('planned_frames', sa.Integer(), nullable=False),
    sa.Column('started_at', sa.String(), nullable=False),
    sa.Column('ended_at', sa.String(), nullable=False),
    sa.Column('aired_frames', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('verification', sa.String(), nullable=False),
    sa.Column('zones', sa.JSON(), nullable=False),
    sa.Column('cut_sha256', sa.String(), nullable=False),
    sa.Column('approver', sa.String(), nullable=False),
    sa.Column('approved_at', sa.String(), nullable=False),
    sa.Column('directive_id', sa.String(), nullable=False),
    sa.Column('directive_number', sa.String(), nullable=False),
    sa.Column('directive_subject', sa.String(), nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('campaign', sa.String(), nullable=False),
    sa.Column('voice', sa.String(), nullable=False),
    sa.Column('is_repeat', sa.Boolean(), nullable=False),
    sa.Column('rundown', sa.String(), nullable=False),
    sa.Column('first_seq', sa.Integer(), nullable=False),
    sa.Column('last_seq', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_airing'))
    )
    with op.batch_alter_table('airing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_airing_day_planned_start'), ['day', 'planned_start'], unique=False)
        batch_op.create_index(batch_op.f('ix_airing_directive_id_day'), ['directive_id', 'day'], unique=False)

    op.create_table('approval',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('text_sha256', sa.String(), nullable=False),
    sa.Column('audio_sha256', sa.String(), nullable=False),
    sa.Column('approver', sa.String(), nullable=False),
    sa.Column('approved_at', sa.String(), nullable=False),
    sa.Column('valid_until', sa.String(), nullable=False),
    sa.Column('self_approved', sa.Boolean(), nullable=False),
    sa.Column('seal', sa.String(), nullable=False),
    sa.Column('voided_at', sa.String(), nullable=False),
    sa.Column('voided_reason', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_approval'))
    )
    with op.batch_alter_table('approval', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_approval_subject'), ['subject'], unique=False)

    op.create_table('audit',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('at', sa.String(), nullable=False),
    sa.Column('person', sa.String(), nullable=False),
    sa.Column('action', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('detail', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit'))
    )
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_subject'), ['subject'], unique=False)

    op.create_table('cut',
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('frames', sa.Integer(), nullable=False),
    sa.Column('lufs', sa.Float(), nullable=True),
    sa.Column('true_peak_db', sa.Float(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('original_name', sa.String(), nullable=False),
    sa.Column('original_sha256', sa.String(), nullable=False),
    sa.Column('waveform', sa.LargeBinary(), nullable=False),
    sa.Column('created_at', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_cut'))
    )
    with op.batch_alter_table('cut', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cut_original_sha256'), ['original_sha256'], unique=False)

    op.create_table('directive',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('suffix', sa.String(), nullable=False),
    sa.Column('file_name', sa.String(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('text_sha256', sa.String(), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('issued_date', sa.String(), nullable=False),
    sa.Column('urgency', sa.String(), nullable=False),
    sa.Column('report_due', sa.String(), nullable=False),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.Column('received_at', sa.String(), nullable=False),
    sa.Column('received_by', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_directive')),
    sa.UniqueConstraint('sha256', name=op.f('uq_directive_sha256'))
    )
    with op.batch_alter_table('directive', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_directive_number'), ['number'], unique=False)
        batch_op.create_index(batch_op.f('ix_directive_received_at'), ['received_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_directive_text_sha256'), ['text_sha256'], unique=False)

    op.create_table('journal_line',
    sa.Column('seq', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('file', sa.String(), nullable=False),
    sa.Column('at', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('hash', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_journal_line'))
    )
    with op.batch_alter_table('journal_line', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_journal_line_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_journal_line_file'), ['file'], unique=False)

    op.create_table('person',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('pin_hash', sa.String(), nullable=False),
    sa.Column('wrong_pins', sa.Integer(), nullable=False),
    sa.Column('locked_until', sa.String(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sa.UniqueConstraint('name', name=op.f('uq_person_name'))
    )
    op.create_table('bulletin',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('directive_id', sa.String(), nullable=True),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('points', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('author', sa.String(), nullable=False),
    sa.Column('voice', sa.String(), nullable=False),
    sa.Column('rate', sa.Integer(), nullable=False),
    sa.Column('cut_sha256', sa.String(), nullable=True),
    sa.Column('voiced_text_sha256', sa.String(), nullable=False),
    sa.Column('returned_reason', sa.String(), nullable=False),
    sa.Column('created_at', sa.String(), nullable=False),
    sa.Column('updated_at', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['cut_sha256'], ['cut.sha256'], name=op.f('fk_bulletin_cut_sha256_cut')),
    sa.ForeignKeyConstraint(['directive_id'], ['directive.id'], name=op.f('fk_bulletin_directive_id_directive')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bulletin'))
    )
    with op.batch_alter_table('bulletin', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_bulletin_directive_id'), ['directive_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_bulletin_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_bulletin_updated_at'), ['updated_at'], unique=False)

    op.create_table('directive_point',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('directive_id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['directive_id'], ['directive.id'], name=op.f('fk_directive_point_directive_id_directive')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_directive_point'))
    )
    with op.batch_alter_table('directive_point', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_directive_point_directive_id'), ['directive_id'], unique=False)

    op.create_table('cart',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('cut_sha256', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('origin', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('category', sa.String(), nullable=False),
    sa.Column('directive_id', sa.String(), nullable=True),
    sa.Column('bulletin_id', sa.String(), nullable=True),
    sa.Column('approval_id', sa.String(), nullable=True),
    sa.Column('author', sa.String(), nullable=False),
    sa.Column('returned_reason', sa.String(), nullable=False),
    sa.Column('valid_from', sa.String(), nullable=False),
    sa.Column('valid_until', sa.String(), nullable=False),
    sa.Column('created_at', sa.String(), nullable=False),
    sa.Column('updated_at', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['approval_id'], ['approval.id'], name=op.f('fk_cart_approval_id_approval')),
    sa.ForeignKeyConstraint(['bulletin_id'], ['bulletin.id'], name=op.f('fk_cart_bulletin_id_bulletin')),
    sa.ForeignKeyConstraint(['cut_sha256'], ['cut.sha256'], name=op.f('fk_cart_cut_sha256_cut')),
    sa.ForeignKeyConstraint(['directive_id'], ['directive.id'], name=op.f('fk_cart_directive_id_directive')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cart')),
    sa.UniqueConstraint('bulletin_id', name=op.f('uq_cart_bulletin_id'))
    )
    with op.batch_alter_table('cart', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cart_cut_sha256'), ['cut_sha256'], unique=False)
        batch_op.create_index(batch_op.f('ix_cart_directive_id'), ['directive_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_cart_kind'), ['kind'], unique=False)
        batch_op.create_index(batch_op.f('ix_cart_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_cart_updated_at'), ['updated_at'], unique=False)

    op.create_table('campaign',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('cart_id', sa.String(), nullable=False),
    sa.Column('directive_id', sa.String(), nullable=True),
    sa.Column('times_per_day', sa.Integer(), nullable=False),
    sa.Column('first_day', sa.String(), nullable=False),
    sa.Column('last_day', sa.String(), nullable=False),
    sa.Column('weekdays', sa.String(), nullable=False),
    sa.Column('urgency', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('created_by', sa.String(), nullable=False),
    sa.Column('created_at', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['cart_id'], ['cart.id'], name=op.f('fk_campaign_cart_id_cart')),
    sa.ForeignKeyConstraint(['directive_id'], ['directive.id'], name=op.f('fk_campaign_directive_id_directive')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign'))
    )
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_campaign_cart_id'), ['cart_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_campaign_directive_id'), ['directive_id'], unique=False)

    op.execute("CREATE VIRTUAL TABLE search USING fts5 (kind UNINDEXED, ref UNINDEXED, body, tokenize = 'unicode61', prefix = '2 3')")


def downgrade() -> None:
    op.execute("DROP TABLE search")
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_campaign_directive_id'))
        batch_op.drop_index(batch_op.f('ix_campaign_cart_id'))

    op.drop_table('campaign')
    with op.batch_alter_table('cart', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_cart_updated_at'))
        batch_op.drop_index(batch_op.f('ix_cart_state'))
        batch_op.drop_index(batch_op.f('ix_cart_kind'))
        batch_op.drop_index(batch_op.f('ix_cart_directive_id'))
        batch_op.drop_index(batch_op.f('ix_cart_cut_sha256'))

    op.drop_table('cart')
    with op.batch_alter_table('directive_point', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_directive_point_directive_id'))

    op.drop_table('directive_point')
    with op.batch_alter_table('bulletin', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_bulletin_updated_at'))
        batch_op.drop_index(batch_op.f('ix_bulletin_state'))
        batch_op.drop_index(batch_op.f('ix_bulletin_directive_id'))

    op.drop_table('bulletin')
    op.drop_table('person')
    with op.batch_alter_table('journal_line', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_journal_line_file'))
        batch_op.drop_index(batch_op.f('ix_journal_line_at'))

    op.drop_table('journal_line')
    with op.batch_alter_table('directive', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_directive_text_sha256'))
        batch_op.drop_index(batch_op.f('ix_directive_received_at'))
        batch_op.drop_index(batch_op.f('ix_directive_number'))

    op.drop_table('directive')
    with op.batch_alter_table('cut', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_cut_original_sha256'))

    op.drop_table('cut')
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_audit_subject'))

    op.drop_table('audit')
    with op.batch_alter_table('approval', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_approval_subject'))

    op.drop_table('approval')
    with op.batch_alter_table('airing', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_airing_directive_id_day'))
        batch_op.drop_index(batch_op.f('ix_airing_day_planned_start'))

    op.drop_table('airing')
