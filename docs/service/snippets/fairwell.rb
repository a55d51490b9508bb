# Sign session tokens and verify webhooks of Fairwell, with the standard library alone.
require 'json'
require 'openssl'
require 'securerandom'

module Fairwell
  module_function

  # A token for the customer who is signed in; it holds for 15 minutes.
  def sign_session_token(secret, app_id:, customer_id:, mode:, subscription_id: nil, now: Time.now)
    issued = now.to_i
    claims = { aud: app_id, sub: customer_id, mode: mode, iat: issued, exp: issued + 900,
               jti: SecureRandom.urlsafe_base64(16) }
    claims[:subscription] = subscription_id if subscription_id
    signed = [{ alg: 'HS256', typ: 'JWT' }, claims].map { |part| encode(JSON.generate(part)) }.join('.')
    "#{signed}.#{encode(OpenSSL::HMAC.digest('SHA256', secret, signed))}"
  end

  # What a webhook says. The body as it arrived, the headers by lower-case names.
  def verify_webhook(body, headers, secret, now: Time.now)
    key = secret.delete_prefix('whsec_').unpack1('m')
    id, timestamp, given = headers.values_at('webhook-id', 'webhook-timestamp', 'webhook-signature')
    signature = OpenSSL::HMAC.digest('SHA256', key, "#{id}.#{timestamp}.".b + body.b)
    expected = "v1,#{[signature].pack('m0')}"
    matches = given.to_s.split.map { |each| OpenSSL.secure_compare(each, expected) }
    raise ArgumentError, 'the webhook is not signed with this secret' unless matches.any?
    raise ArgumentError, 'the webhook is too old, or ahead of its time' if (now.to_i - Integer(timestamp, 10)).abs > 300

    JSON.parse(body)
  end

  def encode(data)
    [data].pack('m0').tr('+/', '-_').delete('=')
  end
end
