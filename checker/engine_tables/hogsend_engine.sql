-- The tables, indexes, constraints and enums of Hogsend's engine, for projects in which the package
-- is not installed: names, types and defaults as facts, none of its migrations' text. What the
-- package @hogsend/db holds wins over this.
-- version: 0.67.0

CREATE TYPE alert_channel AS ENUM ('webhook', 'slack', 'email');
CREATE TYPE alert_rule_type AS ENUM ('bounce_rate_exceeded', 'journey_failure_spike', 'delivery_issue', 'high_complaint_rate');
CREATE TYPE bucket_membership_status AS ENUM ('active', 'left');
CREATE TYPE connector_delivery_status AS ENUM ('queued', 'sent', 'failed');
CREATE TYPE dlq_status AS ENUM ('pending', 'retried', 'discarded');
CREATE TYPE email_send_status AS ENUM ('queued', 'rendered', 'sent', 'delivered', 'opened', 'clicked', 'bounced', 'complained', 'failed', 'suppressed');
CREATE TYPE enrichment_lookup_kind AS ENUM ('email', 'domain');
CREATE TYPE enrichment_lookup_status AS ENUM ('found', 'not_found', 'error');
CREATE TYPE feed_item_status AS ENUM ('unseen', 'seen', 'read', 'archived');
CREATE TYPE import_job_status AS ENUM ('pending', 'processing', 'completed', 'failed');
CREATE TYPE journey_blueprint_source AS ENUM ('mcp', 'studio', 'api');
CREATE TYPE journey_blueprint_status AS ENUM ('draft', 'enabled', 'disabled');
CREATE TYPE journey_entry_limit AS ENUM ('once', 'once_per_period', 'unlimited');
CREATE TYPE journey_status AS ENUM ('active', 'waiting', 'completed', 'failed', 'exited', 'held_out');
CREATE TYPE sms_send_status AS ENUM ('queued', 'sent', 'delivered', 'failed');
CREATE TYPE webhook_delivery_status AS ENUM ('pending', 'sending', 'delivered', 'failed', 'discarded');
CREATE TABLE account (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE alert_history (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  alert_rule_id uuid NOT NULL,
  payload jsonb,
  delivery_status text NOT NULL,
  error text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE alert_rules (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  type alert_rule_type NOT NULL,
  threshold jsonb NOT NULL,
  channel alert_channel NOT NULL,
  channel_config jsonb NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  cooldown_minutes integer NOT NULL DEFAULT 60,
  last_fired_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE api_keys (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  name text NOT NULL,
  key_prefix text NOT NULL,
  key_hash text NOT NULL,
  scopes jsonb NOT NULL DEFAULT '["read"]'::jsonb,
  allowed_origins text[],
  created_by text,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  expires_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT api_keys_key_hash_unique UNIQUE (key_hash)
);
CREATE TABLE attribution_credits (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  conversion_id uuid NOT NULL,
  model text NOT NULL,
  touchpoint_event_id uuid NOT NULL,
  touchpoint_event text NOT NULL,
  channel text NOT NULL,
  touchpoint_at timestamp with time zone NOT NULL,
  weight numeric(9, 8) NOT NULL,
  value numeric(14, 2),
  currency char(3),
  journey_id text,
  campaign_id uuid,
  template_key text,
  funnel_id text,
  referral_touch_id uuid,
  converted_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE audit_logs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  actor text NOT NULL,
  actor_key_id uuid,
  action text NOT NULL,
  resource text NOT NULL,
  resource_id text,
  detail jsonb,
  ip_address text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE bucket_configs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bucket_id text NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  criteria_hash text,
  coalesce_claimed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE bucket_memberships (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  user_id text NOT NULL,
  user_email text,
  contact_id uuid,
  bucket_id text NOT NULL,
  status bucket_membership_status NOT NULL DEFAULT 'active',
  entered_at timestamp with time zone NOT NULL DEFAULT now(),
  left_at timestamp with time zone,
  expires_at timestamp with time zone,
  max_dwell_at timestamp with time zone,
  last_evaluated_at timestamp with time zone,
  entry_count integer NOT NULL DEFAULT 1,
  source text,
  context jsonb DEFAULT '{}'::jsonb,
  dwell_state jsonb DEFAULT '{}'::jsonb,
  dwell_anchor_at timestamp with time zone,
  deleted_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE campaign_recipients (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campaign_id uuid NOT NULL,
  user_id text,
  email text NOT NULL,
  resolved_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE campaigns (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  name text NOT NULL,
  status text NOT NULL DEFAULT 'queued',
  audience_kind text NOT NULL,
  audience_id text NOT NULL,
  template_key text NOT NULL,
  props jsonb DEFAULT '{}'::jsonb,
  from_email text,
  subject text,
  steps jsonb,
  current_step integer NOT NULL DEFAULT 0,
  idempotency_key text,
  total_recipients integer NOT NULL DEFAULT 0,
  sent_count integer NOT NULL DEFAULT 0,
  skipped_count integer NOT NULL DEFAULT 0,
  failed_count integer NOT NULL DEFAULT 0,
  step_base_counts jsonb,
  scheduled_at timestamp with time zone,
  next_step_at timestamp with time zone,
  stale_since timestamp with time zone,
  canceled_at timestamp with time zone,
  started_at timestamp with time zone,
  completed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE connector_deliveries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  connector_id text NOT NULL,
  action text NOT NULL,
  dedupe_key text,
  result jsonb,
  status connector_delivery_status NOT NULL DEFAULT 'queued',
  last_error text,
  sent_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE connector_link_codes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  connector_id text NOT NULL,
  code_hash text NOT NULL,
  platform_user_id text NOT NULL,
  target_email text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE contact_aliases (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  contact_id uuid NOT NULL,
  alias_kind text NOT NULL,
  alias_value text NOT NULL,
  from_contact_id uuid,
  reason text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE contacts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  external_id text,
  email text,
  anonymous_id text,
  discord_id text,
  phone text,
  source text,
  sourced_at timestamp with time zone,
  timezone text,
  properties jsonb DEFAULT '{}'::jsonb,
  first_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  deleted_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE conversion_dispatches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  conversion_id uuid NOT NULL,
  destination_id text NOT NULL,
  event_id text NOT NULL,
  status text NOT NULL DEFAULT 'pending',
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  response jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  delivered_at timestamp with time zone
);
CREATE TABLE conversions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  definition_id text NOT NULL,
  contact_id uuid NOT NULL,
  user_key text NOT NULL,
  event_id uuid NOT NULL,
  value numeric(14, 2),
  currency char(3),
  scope_journey_id text,
  scope_campaign_id text,
  occurred_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE crm_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  kind text NOT NULL,
  external_id text NOT NULL,
  contact_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE crm_sync_cursors (
  provider text PRIMARY KEY,
  cursor text,
  last_polled_at timestamp with time zone,
  last_error jsonb,
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE dead_letter_queue (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source text NOT NULL,
  source_id text,
  payload jsonb NOT NULL,
  error text NOT NULL,
  retry_count integer NOT NULL DEFAULT 0,
  status dlq_status NOT NULL DEFAULT 'pending',
  retried_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE deals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  external_id text NOT NULL,
  contact_id uuid NOT NULL,
  pipeline_id text,
  funnel_id text,
  stage_id text,
  canonical_stage text NOT NULL DEFAULT 'lead',
  stage_rank integer NOT NULL DEFAULT 0,
  value numeric(14, 2),
  currency char(3),
  quoted_at timestamp with time zone,
  sold_at timestamp with time zone,
  lost_at timestamp with time zone,
  last_stage_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE email_preferences (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id text NOT NULL,
  email text NOT NULL,
  contact_id uuid,
  unsubscribed_all boolean NOT NULL DEFAULT false,
  suppressed boolean NOT NULL DEFAULT false,
  bounce_count integer NOT NULL DEFAULT 0,
  categories jsonb DEFAULT '{}'::jsonb,
  suppressed_at timestamp with time zone,
  last_bounce_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE email_sends (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  journey_state_id uuid,
  campaign_id uuid,
  user_id text,
  user_email text,
  contact_id uuid,
  template_key text,
  message_id text,
  from_email text NOT NULL,
  to_email text NOT NULL,
  subject text NOT NULL,
  category text,
  status email_send_status NOT NULL DEFAULT 'queued',
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  opened_at timestamp with time zone,
  clicked_at timestamp with time zone,
  bounced_at timestamp with time zone,
  complained_at timestamp with time zone,
  bounce_type text,
  bounce_reason text,
  idempotency_key text,
  metadata jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE enrichment_lookups (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  lookup_kind enrichment_lookup_kind NOT NULL,
  lookup_key text NOT NULL,
  status enrichment_lookup_status NOT NULL,
  contact_id uuid,
  refined_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  raw jsonb,
  traits jsonb,
  spend_window timestamp with time zone,
  spend_count integer NOT NULL DEFAULT 0,
  last_error_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE feed_items (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  recipient_key text NOT NULL,
  contact_id uuid,
  type text NOT NULL,
  title text,
  body text,
  blocks jsonb,
  action_url text,
  metadata jsonb,
  journey_state_id uuid,
  template_key text,
  category text NOT NULL DEFAULT 'in_app',
  status feed_item_status NOT NULL DEFAULT 'unseen',
  seen_at timestamp with time zone,
  read_at timestamp with time zone,
  archived_at timestamp with time zone,
  idempotency_key text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE flags (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL,
  name text NOT NULL,
  description text,
  enabled boolean NOT NULL DEFAULT true,
  type text NOT NULL,
  variants jsonb NOT NULL DEFAULT '[]'::jsonb,
  default_value jsonb,
  targeting jsonb NOT NULL DEFAULT '[]'::jsonb,
  rollout integer NOT NULL DEFAULT 100,
  condition_sets jsonb,
  origin text NOT NULL DEFAULT 'native',
  archived_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE funnel_progress (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  contact_id uuid NOT NULL,
  user_key text NOT NULL,
  funnel_id text NOT NULL,
  stage text NOT NULL,
  stage_rank integer NOT NULL,
  reached_at timestamp with time zone NOT NULL,
  event_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE fx_rates (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  base char(3) NOT NULL,
  quote char(3) NOT NULL,
  rate numeric(24, 12) NOT NULL,
  as_of date NOT NULL,
  fetched_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE group_memberships (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  group_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  role text,
  joined_at timestamp with time zone NOT NULL DEFAULT now(),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE groups (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  group_type text NOT NULL,
  group_key text NOT NULL,
  display_name text,
  properties jsonb DEFAULT '{}'::jsonb,
  first_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  deleted_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE import_jobs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_name text,
  format text NOT NULL,
  status import_job_status NOT NULL DEFAULT 'pending',
  total_rows integer,
  processed_rows integer NOT NULL DEFAULT 0,
  failed_rows integer NOT NULL DEFAULT 0,
  errors jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE invitation (
  id text PRIMARY KEY,
  organization_id text NOT NULL,
  email text NOT NULL,
  role text,
  status text NOT NULL DEFAULT 'pending',
  expires_at timestamp with time zone NOT NULL,
  inviter_id text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE journey_blueprints (
  id text PRIMARY KEY,
  name text NOT NULL,
  description text,
  status journey_blueprint_status NOT NULL DEFAULT 'draft',
  version integer NOT NULL DEFAULT 1,
  trigger_event text NOT NULL,
  trigger_where jsonb,
  entry_limit journey_entry_limit NOT NULL,
  entry_period jsonb,
  exit_on jsonb,
  suppress jsonb NOT NULL,
  graph jsonb NOT NULL,
  source journey_blueprint_source NOT NULL,
  created_by text,
  promoted_at timestamp with time zone,
  promoted_to_journey_id text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE journey_configs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  journey_id text NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE journey_logs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  journey_state_id uuid NOT NULL,
  from_node_id text,
  to_node_id text,
  action text NOT NULL,
  detail jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE journey_states (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  user_id text NOT NULL,
  user_email text NOT NULL,
  contact_id uuid,
  journey_id text NOT NULL,
  current_node_id text NOT NULL,
  status journey_status NOT NULL DEFAULT 'active',
  hatchet_run_id text,
  journey_version_hash text,
  journey_version_label text,
  context jsonb DEFAULT '{}'::jsonb,
  error_message text,
  entry_count integer NOT NULL DEFAULT 1,
  completed_at timestamp with time zone,
  exited_at timestamp with time zone,
  deleted_at timestamp with time zone,
  wait_deadline timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE link_clicks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tracked_link_id uuid NOT NULL,
  ip_address text,
  user_agent text,
  destination_url text,
  visitor_distinct_id text,
  visitor_kind text,
  arrived_at timestamp with time zone,
  clicked_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE linked_accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  contact_id uuid NOT NULL,
  provider text NOT NULL,
  provider_user_id text NOT NULL,
  username text,
  verified_email text,
  avatar_url text,
  tokens text,
  method text NOT NULL DEFAULT 'oauth',
  singleton boolean NOT NULL DEFAULT false,
  version bigint NOT NULL,
  linked_at timestamp with time zone NOT NULL DEFAULT now(),
  unlinked_at timestamp with time zone,
  unlink_reason text,
  tokens_revoked_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  original_url text NOT NULL,
  type text NOT NULL DEFAULT 'public',
  slug text,
  label text,
  description text,
  campaign text,
  source text NOT NULL,
  distinct_id text,
  append_ref boolean NOT NULL DEFAULT false,
  owner_contact_id uuid,
  referral_id text,
  created_by text,
  idempotency_key text,
  archived_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE member (
  id text PRIMARY KEY,
  organization_id text NOT NULL,
  user_id text NOT NULL,
  role text NOT NULL DEFAULT 'member',
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE operator_settings (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE organization (
  id text PRIMARY KEY,
  name text NOT NULL,
  slug text,
  logo text,
  metadata text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT organization_slug_unique UNIQUE (slug)
);
CREATE TABLE provider_credentials (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  provider_id text NOT NULL,
  kind text NOT NULL DEFAULT 'oauth',
  payload text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE referral_touches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  referral_id text NOT NULL,
  referrer_contact_id uuid NOT NULL,
  referee_key text NOT NULL,
  referee_contact_id uuid,
  link_id uuid,
  click_id uuid,
  source text NOT NULL,
  touched_at timestamp with time zone NOT NULL DEFAULT now(),
  bound_at timestamp with time zone,
  status text NOT NULL DEFAULT 'touched',
  rejected_reason text,
  qualified_at timestamp with time zone,
  qualified_conversion_id uuid,
  properties jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE session (
  id text PRIMARY KEY,
  expires_at timestamp with time zone NOT NULL,
  token text NOT NULL,
  ip_address text,
  user_agent text,
  user_id text NOT NULL,
  active_organization_id text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT session_token_unique UNIQUE (token)
);
CREATE TABLE sms_sends (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  journey_state_id uuid,
  user_id text,
  template_key text,
  message_id text,
  from_phone text NOT NULL,
  to_phone text NOT NULL,
  body text NOT NULL,
  category text,
  status sms_send_status NOT NULL DEFAULT 'queued',
  segments integer,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  failed_at timestamp with time zone,
  clicked_at timestamp with time zone,
  error_code text,
  error_reason text,
  idempotency_key text,
  metadata jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE sms_suppressions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  phone text NOT NULL,
  reason text NOT NULL,
  suppressed_at timestamp with time zone NOT NULL DEFAULT now(),
  resubscribed_at timestamp with time zone,
  metadata jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE tracked_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email_send_id uuid,
  sms_send_id uuid,
  short_code text,
  link_id uuid,
  distinct_id text,
  source text,
  original_url text NOT NULL,
  click_count integer NOT NULL DEFAULT 0,
  event text,
  event_properties jsonb,
  semantic_emitted_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE "user" (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT user_email_unique UNIQUE (email)
);
CREATE TABLE user_events (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  user_id text NOT NULL,
  contact_id uuid,
  event text NOT NULL,
  properties jsonb,
  groups jsonb,
  value numeric(14, 2),
  currency char(3),
  source text,
  idempotency_key text,
  occurred_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  endpoint_id uuid NOT NULL,
  organization_id text,
  webhook_id text NOT NULL,
  event_type text NOT NULL,
  dedupe_key text,
  payload jsonb NOT NULL,
  status webhook_delivery_status NOT NULL DEFAULT 'pending',
  attempt_count integer NOT NULL DEFAULT 0,
  next_retry_at timestamp with time zone,
  last_attempt_at timestamp with time zone,
  response_status integer,
  response_body_snippet text,
  delivered_at timestamp with time zone,
  last_error text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE TABLE webhook_endpoints (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text,
  url text NOT NULL,
  description text,
  kind text NOT NULL DEFAULT 'webhook',
  config jsonb,
  secret text,
  secret_prefix text,
  event_types jsonb NOT NULL DEFAULT '[]'::jsonb,
  disabled boolean NOT NULL DEFAULT false,
  last_delivery_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
CREATE INDEX alert_history_rule_id_idx ON alert_history (alert_rule_id);
CREATE INDEX alert_history_created_at_idx ON alert_history (created_at);
CREATE INDEX alert_rules_type_idx ON alert_rules (type);
CREATE INDEX alert_rules_enabled_idx ON alert_rules (enabled);
CREATE INDEX api_keys_key_hash_idx ON api_keys (key_hash);
CREATE INDEX api_keys_revoked_at_idx ON api_keys (revoked_at);
CREATE UNIQUE INDEX attribution_credits_conv_model_touch_idx ON attribution_credits (conversion_id, model, touchpoint_event_id);
CREATE INDEX attribution_credits_model_converted_idx ON attribution_credits (model, converted_at);
CREATE INDEX attribution_credits_channel_idx ON attribution_credits (channel);
CREATE INDEX attribution_credits_journey_idx ON attribution_credits (journey_id);
CREATE INDEX attribution_credits_campaign_idx ON attribution_credits (campaign_id);
CREATE INDEX attribution_credits_referral_touch_idx ON attribution_credits (referral_touch_id);
CREATE INDEX audit_logs_actor_idx ON audit_logs (actor);
CREATE INDEX audit_logs_resource_idx ON audit_logs (resource, resource_id);
CREATE INDEX audit_logs_created_at_idx ON audit_logs (created_at);
CREATE UNIQUE INDEX bucket_configs_bucket_id_idx ON bucket_configs (bucket_id);
CREATE UNIQUE INDEX uq_user_bucket_active ON bucket_memberships (user_id, bucket_id) WHERE status = 'active' AND deleted_at IS NULL;
CREATE UNIQUE INDEX uq_contact_bucket_active ON bucket_memberships (contact_id, bucket_id) WHERE contact_id IS NOT NULL AND status = 'active' AND deleted_at IS NULL;
CREATE INDEX bucket_memberships_bucket_id_status_idx ON bucket_memberships (bucket_id, status);
CREATE INDEX bucket_memberships_user_id_idx ON bucket_memberships (user_id);
CREATE INDEX bucket_memberships_last_evaluated_idx ON bucket_memberships (last_evaluated_at);
CREATE INDEX bucket_memberships_expires_at_idx ON bucket_memberships (expires_at);
CREATE INDEX bucket_memberships_max_dwell_at_idx ON bucket_memberships (max_dwell_at);
CREATE INDEX bucket_memberships_dwell_idx ON bucket_memberships (bucket_id, status, entered_at);
CREATE INDEX bucket_memberships_bucket_id_status_id_idx ON bucket_memberships (bucket_id, status, id);
CREATE INDEX bucket_memberships_dwell_lastfired_idx ON bucket_memberships (bucket_id, status, last_evaluated_at);
CREATE INDEX bucket_memberships_contact_id_idx ON bucket_memberships (contact_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX campaign_recipients_campaign_email_idx ON campaign_recipients (campaign_id, email);
CREATE INDEX campaign_recipients_campaign_id_id_idx ON campaign_recipients (campaign_id, id);
CREATE INDEX campaigns_status_idx ON campaigns (status);
CREATE INDEX campaigns_created_at_idx ON campaigns (created_at);
CREATE INDEX campaigns_scheduled_at_idx ON campaigns (status, scheduled_at);
CREATE INDEX campaigns_next_step_at_idx ON campaigns (status, next_step_at);
CREATE UNIQUE INDEX campaigns_idempotency_key_idx ON campaigns (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX connector_deliveries_connector_dedupe_idx ON connector_deliveries (connector_id, dedupe_key);
CREATE INDEX connector_deliveries_connector_idx ON connector_deliveries (connector_id, created_at);
CREATE UNIQUE INDEX connector_link_codes_code_hash_idx ON connector_link_codes (code_hash);
CREATE INDEX connector_link_codes_throttle_user_idx ON connector_link_codes (connector_id, platform_user_id, created_at);
CREATE INDEX connector_link_codes_throttle_email_idx ON connector_link_codes (connector_id, target_email, created_at);
CREATE UNIQUE INDEX contact_aliases_kind_value_idx ON contact_aliases (alias_kind, alias_value);
CREATE INDEX contact_aliases_contact_id_idx ON contact_aliases (contact_id);
CREATE INDEX contact_aliases_from_contact_id_idx ON contact_aliases (from_contact_id);
CREATE INDEX contacts_email_idx ON contacts (email);
CREATE UNIQUE INDEX contacts_external_id_unique_idx ON contacts (external_id) WHERE external_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX contacts_email_unique_idx ON contacts ((lower(email))) WHERE email IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX contacts_anonymous_id_unique_idx ON contacts (anonymous_id) WHERE anonymous_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX contacts_discord_id_unique_idx ON contacts (discord_id) WHERE discord_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX contacts_phone_unique_idx ON contacts (phone) WHERE phone IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX contacts_properties_gin_idx ON contacts USING gin (properties jsonb_path_ops);
CREATE UNIQUE INDEX conversion_dispatches_destination_event_idx ON conversion_dispatches (destination_id, event_id);
CREATE INDEX conversion_dispatches_status_idx ON conversion_dispatches (status);
CREATE UNIQUE INDEX conversions_definition_event_idx ON conversions (definition_id, event_id);
CREATE INDEX conversions_contact_idx ON conversions (contact_id);
CREATE INDEX conversions_definition_occurred_idx ON conversions (definition_id, occurred_at);
CREATE UNIQUE INDEX crm_links_provider_kind_external_idx ON crm_links (provider, kind, external_id);
CREATE INDEX crm_links_contact_idx ON crm_links (contact_id);
CREATE INDEX dlq_source_idx ON dead_letter_queue (source);
CREATE INDEX dlq_status_idx ON dead_letter_queue (status);
CREATE INDEX dlq_created_at_idx ON dead_letter_queue (created_at);
CREATE UNIQUE INDEX deals_provider_external_idx ON deals (provider, external_id);
CREATE INDEX deals_contact_idx ON deals (contact_id);
CREATE INDEX deals_stage_idx ON deals (canonical_stage);
CREATE INDEX deals_funnel_idx ON deals (funnel_id);
CREATE UNIQUE INDEX email_preferences_user_email_idx ON email_preferences (user_id, email);
CREATE UNIQUE INDEX email_preferences_contact_email_idx ON email_preferences (contact_id, email) WHERE contact_id IS NOT NULL;
CREATE INDEX email_preferences_contact_id_idx ON email_preferences (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX email_sends_to_email_idx ON email_sends (to_email);
CREATE INDEX email_sends_template_key_idx ON email_sends (template_key);
CREATE INDEX email_sends_status_idx ON email_sends (status);
CREATE INDEX email_sends_created_at_idx ON email_sends (created_at);
CREATE INDEX email_sends_journey_state_id_idx ON email_sends (journey_state_id);
CREATE INDEX email_sends_campaign_id_idx ON email_sends (campaign_id);
CREATE INDEX email_sends_user_id_idx ON email_sends (user_id);
CREATE INDEX email_sends_message_id_idx ON email_sends (message_id);
CREATE INDEX email_sends_freq_cap_idx ON email_sends (to_email, created_at, category);
CREATE UNIQUE INDEX email_sends_idempotency_key_idx ON email_sends (idempotency_key);
CREATE INDEX email_sends_contact_id_idx ON email_sends (contact_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX enrichment_lookups_provider_key_unique_idx ON enrichment_lookups (provider, lookup_kind, lookup_key);
CREATE INDEX enrichment_lookups_refined_at_idx ON enrichment_lookups (refined_at);
CREATE INDEX enrichment_lookups_spend_window_idx ON enrichment_lookups (spend_window);
CREATE INDEX enrichment_lookups_contact_id_idx ON enrichment_lookups (contact_id);
CREATE INDEX feed_items_recipient_created_idx ON feed_items (recipient_key, created_at);
CREATE INDEX feed_items_recipient_status_idx ON feed_items (recipient_key, status);
CREATE INDEX feed_items_contact_idx ON feed_items (contact_id);
CREATE UNIQUE INDEX feed_items_idempotency_key_idx ON feed_items (idempotency_key);
CREATE UNIQUE INDEX flags_key_unique_idx ON flags (key) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX funnel_progress_contact_funnel_stage_idx ON funnel_progress (contact_id, funnel_id, stage);
CREATE INDEX funnel_progress_funnel_rank_idx ON funnel_progress (funnel_id, stage_rank);
CREATE INDEX funnel_progress_funnel_reached_idx ON funnel_progress (funnel_id, reached_at);
CREATE UNIQUE INDEX fx_rates_base_quote_unique_idx ON fx_rates (base, quote);
CREATE UNIQUE INDEX group_memberships_group_contact_unique_idx ON group_memberships (group_id, contact_id);
CREATE INDEX group_memberships_group_id_idx ON group_memberships (group_id);
CREATE INDEX group_memberships_contact_id_idx ON group_memberships (contact_id);
CREATE UNIQUE INDEX groups_type_key_unique_idx ON groups (group_type, group_key) WHERE deleted_at IS NULL;
CREATE INDEX import_jobs_status_idx ON import_jobs (status);
CREATE INDEX journey_blueprints_trigger_event_status_idx ON journey_blueprints (trigger_event, status);
CREATE UNIQUE INDEX journey_configs_journey_id_idx ON journey_configs (journey_id);
CREATE INDEX journey_logs_journey_state_id_idx ON journey_logs (journey_state_id);
CREATE UNIQUE INDEX uq_user_journey_active ON journey_states (user_id, journey_id) WHERE status IN ('active', 'waiting');
CREATE UNIQUE INDEX uq_contact_journey_active ON journey_states (contact_id, journey_id) WHERE contact_id IS NOT NULL AND status IN ('active', 'waiting');
CREATE INDEX journey_states_status_idx ON journey_states (status);
CREATE INDEX journey_states_hatchet_run_idx ON journey_states (hatchet_run_id);
CREATE INDEX journey_states_user_id_idx ON journey_states (user_id);
CREATE INDEX journey_states_journey_id_status_idx ON journey_states (journey_id, status);
CREATE INDEX journey_states_updated_at_idx ON journey_states (updated_at);
CREATE INDEX journey_states_contact_id_idx ON journey_states (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX link_clicks_tracked_link_id_idx ON link_clicks (tracked_link_id);
CREATE INDEX link_clicks_clicked_at_idx ON link_clicks (clicked_at);
CREATE UNIQUE INDEX linked_accounts_provider_uid_live_idx ON linked_accounts (provider, provider_user_id) WHERE unlinked_at IS NULL;
CREATE UNIQUE INDEX linked_accounts_contact_provider_singleton_idx ON linked_accounts (contact_id, provider) WHERE unlinked_at IS NULL AND singleton;
CREATE UNIQUE INDEX linked_accounts_provider_uid_version_idx ON linked_accounts (provider, provider_user_id, version);
CREATE INDEX linked_accounts_contact_live_idx ON linked_accounts (contact_id) WHERE unlinked_at IS NULL;
CREATE UNIQUE INDEX links_slug_unique ON links (slug);
CREATE UNIQUE INDEX links_idempotency_key_unique ON links (idempotency_key) WHERE "links"."archived_at" is null;
CREATE INDEX links_source_idx ON links (source);
CREATE INDEX links_campaign_idx ON links (campaign);
CREATE INDEX links_created_at_idx ON links (created_at);
CREATE INDEX links_owner_contact_idx ON links (owner_contact_id);
CREATE INDEX links_referral_idx ON links (referral_id);
CREATE UNIQUE INDEX provider_credentials_provider_kind_idx ON provider_credentials (provider_id, kind);
CREATE INDEX referral_touches_referee_idx ON referral_touches (referee_contact_id, referral_id, touched_at);
CREATE INDEX referral_touches_referrer_idx ON referral_touches (referrer_contact_id, referral_id);
CREATE INDEX referral_touches_referee_key_unbound_idx ON referral_touches (referee_key) WHERE referee_contact_id IS NULL;
CREATE UNIQUE INDEX referral_touches_edge_idx ON referral_touches (referral_id, referee_contact_id, referrer_contact_id) WHERE status <> 'rejected';
CREATE INDEX sms_sends_to_phone_idx ON sms_sends (to_phone);
CREATE INDEX sms_sends_template_key_idx ON sms_sends (template_key);
CREATE INDEX sms_sends_status_idx ON sms_sends (status);
CREATE INDEX sms_sends_created_at_idx ON sms_sends (created_at);
CREATE INDEX sms_sends_journey_state_id_idx ON sms_sends (journey_state_id);
CREATE INDEX sms_sends_user_id_idx ON sms_sends (user_id);
CREATE INDEX sms_sends_message_id_idx ON sms_sends (message_id);
CREATE INDEX sms_sends_freq_cap_idx ON sms_sends (to_phone, created_at, category);
CREATE UNIQUE INDEX sms_sends_idempotency_key_idx ON sms_sends (idempotency_key);
CREATE UNIQUE INDEX sms_suppressions_phone_idx ON sms_suppressions (phone);
CREATE INDEX tracked_links_email_send_id_idx ON tracked_links (email_send_id);
CREATE INDEX tracked_links_sms_send_id_idx ON tracked_links (sms_send_id);
CREATE UNIQUE INDEX tracked_links_short_code_unique ON tracked_links (short_code) WHERE "tracked_links"."short_code" IS NOT NULL;
CREATE INDEX tracked_links_link_id_idx ON tracked_links (link_id);
CREATE UNIQUE INDEX tracked_links_qr_per_link_unique ON tracked_links (link_id) WHERE "tracked_links"."source" = 'qr';
CREATE INDEX user_events_valued_user_idx ON user_events (user_id, occurred_at) WHERE "user_events"."value" is not null;
CREATE INDEX user_events_valued_groups_idx ON user_events USING gin (groups jsonb_path_ops) WHERE ("user_events"."value" is not null and "user_events"."groups" is not null);
CREATE INDEX user_events_user_id_idx ON user_events (user_id);
CREATE INDEX user_events_event_idx ON user_events (event);
CREATE INDEX user_events_source_idx ON user_events (source);
CREATE INDEX user_events_occurred_at_idx ON user_events (occurred_at);
CREATE INDEX user_events_user_event_occurred_idx ON user_events (user_id, event, occurred_at);
CREATE UNIQUE INDEX user_events_idempotency_key_idx ON user_events (idempotency_key);
CREATE INDEX user_events_contact_id_idx ON user_events (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX webhook_deliveries_endpoint_idx ON webhook_deliveries (endpoint_id);
CREATE INDEX webhook_deliveries_status_next_retry_idx ON webhook_deliveries (status, next_retry_at);
CREATE UNIQUE INDEX webhook_deliveries_endpoint_dedupe_idx ON webhook_deliveries (endpoint_id, dedupe_key);
CREATE INDEX webhook_endpoints_org_idx ON webhook_endpoints (organization_id);
CREATE INDEX webhook_endpoints_disabled_idx ON webhook_endpoints (disabled);
ALTER TABLE account ADD CONSTRAINT account_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES "user" (id) ON DELETE CASCADE;
ALTER TABLE alert_history ADD CONSTRAINT alert_history_alert_rule_id_alert_rules_id_fk FOREIGN KEY (alert_rule_id) REFERENCES alert_rules (id);
ALTER TABLE attribution_credits ADD CONSTRAINT attribution_credits_conversion_id_conversions_id_fk FOREIGN KEY (conversion_id) REFERENCES conversions (id) ON DELETE CASCADE;
ALTER TABLE campaign_recipients ADD CONSTRAINT campaign_recipients_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns (id);
ALTER TABLE contact_aliases ADD CONSTRAINT contact_aliases_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE conversion_dispatches ADD CONSTRAINT conversion_dispatches_conversion_id_conversions_id_fk FOREIGN KEY (conversion_id) REFERENCES conversions (id) ON DELETE CASCADE;
ALTER TABLE conversions ADD CONSTRAINT conversions_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE conversions ADD CONSTRAINT conversions_event_id_user_events_id_fk FOREIGN KEY (event_id) REFERENCES user_events (id) ON DELETE CASCADE;
ALTER TABLE crm_links ADD CONSTRAINT crm_links_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE deals ADD CONSTRAINT deals_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE email_sends ADD CONSTRAINT email_sends_journey_state_id_journey_states_id_fk FOREIGN KEY (journey_state_id) REFERENCES journey_states (id);
ALTER TABLE email_sends ADD CONSTRAINT email_sends_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns (id);
ALTER TABLE enrichment_lookups ADD CONSTRAINT enrichment_lookups_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE SET NULL;
ALTER TABLE funnel_progress ADD CONSTRAINT funnel_progress_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE group_memberships ADD CONSTRAINT group_memberships_group_id_groups_id_fk FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE;
ALTER TABLE group_memberships ADD CONSTRAINT group_memberships_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE invitation ADD CONSTRAINT invitation_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE;
ALTER TABLE invitation ADD CONSTRAINT invitation_inviter_id_user_id_fk FOREIGN KEY (inviter_id) REFERENCES "user" (id) ON DELETE CASCADE;
ALTER TABLE journey_logs ADD CONSTRAINT journey_logs_journey_state_id_journey_states_id_fk FOREIGN KEY (journey_state_id) REFERENCES journey_states (id) ON DELETE CASCADE;
ALTER TABLE link_clicks ADD CONSTRAINT link_clicks_tracked_link_id_tracked_links_id_fk FOREIGN KEY (tracked_link_id) REFERENCES tracked_links (id) ON DELETE CASCADE;
ALTER TABLE linked_accounts ADD CONSTRAINT linked_accounts_contact_id_contacts_id_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE links ADD CONSTRAINT links_owner_contact_id_contacts_id_fk FOREIGN KEY (owner_contact_id) REFERENCES contacts (id) ON DELETE SET NULL;
ALTER TABLE member ADD CONSTRAINT member_organization_id_organization_id_fk FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE;
ALTER TABLE member ADD CONSTRAINT member_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES "user" (id) ON DELETE CASCADE;
ALTER TABLE referral_touches ADD CONSTRAINT referral_touches_referrer_contact_id_contacts_id_fk FOREIGN KEY (referrer_contact_id) REFERENCES contacts (id) ON DELETE CASCADE;
ALTER TABLE referral_touches ADD CONSTRAINT referral_touches_referee_contact_id_contacts_id_fk FOREIGN KEY (referee_contact_id) REFERENCES contacts (id) ON DELETE SET NULL;
ALTER TABLE referral_touches ADD CONSTRAINT referral_touches_link_id_links_id_fk FOREIGN KEY (link_id) REFERENCES links (id) ON DELETE SET NULL;
ALTER TABLE referral_touches ADD CONSTRAINT referral_touches_qualified_conversion_id_conversions_id_fk FOREIGN KEY (qualified_conversion_id) REFERENCES conversions (id) ON DELETE SET NULL;
ALTER TABLE session ADD CONSTRAINT session_user_id_user_id_fk FOREIGN KEY (user_id) REFERENCES "user" (id) ON DELETE CASCADE;
ALTER TABLE sms_sends ADD CONSTRAINT sms_sends_journey_state_id_journey_states_id_fk FOREIGN KEY (journey_state_id) REFERENCES journey_states (id);
ALTER TABLE tracked_links ADD CONSTRAINT tracked_links_email_send_id_email_sends_id_fk FOREIGN KEY (email_send_id) REFERENCES email_sends (id) ON DELETE CASCADE;
ALTER TABLE tracked_links ADD CONSTRAINT tracked_links_sms_send_id_sms_sends_id_fk FOREIGN KEY (sms_send_id) REFERENCES sms_sends (id) ON DELETE CASCADE;
ALTER TABLE tracked_links ADD CONSTRAINT tracked_links_link_id_links_id_fk FOREIGN KEY (link_id) REFERENCES links (id) ON DELETE SET NULL;
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_endpoint_id_webhook_endpoints_id_fk FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoints (id) ON DELETE CASCADE;
