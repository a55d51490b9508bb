import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs session tokens and verifies webhooks of Fairwell, with the Java library alone. */
final class Fairwell {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private Fairwell() {}

  /** A token for the customer who is signed in; it holds for 15 minutes. The mode: live, test or sandbox. */
  static String signSessionToken(
      String secret, String appId, String customerId, String mode, long nowSeconds)
      throws GeneralSecurityException {
    byte[] nonce = new byte[16];
    new SecureRandom().nextBytes(nonce);
    String claims =
        String.format(
            "{\"aud\":%s,\"sub\":%s,\"mode\":%s,\"iat\":%d,\"exp\":%d,\"jti\":%s}",
            quoted(appId),
            quoted(customerId),
            quoted(mode),
            nowSeconds,
            nowSeconds + 900,
            quoted(URL.encodeToString(nonce)));
    String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    return signed + "." + URL.encodeToString(hmac(utf8(secret), utf8(signed)));
  }

  /** Throws unless the webhook is to be believed. The body as it arrived, headers by lower-case names. */
  static void verifyWebhook(
      byte[] body, Map<String, String> headers, String secret, long nowSeconds)
      throws GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    String timestamp = headers.getOrDefault("webhook-timestamp", "");
    byte[] start = utf8(headers.getOrDefault("webhook-id", "") + "." + timestamp + ".");
    byte[] expected = utf8("v1," + Base64.getEncoder().encodeToString(hmac(key, start, body)));
    boolean matches = false;
    for (String given : headers.getOrDefault("webhook-signature", "").split(" "))
      matches |= MessageDigest.isEqual(utf8(given), expected);
    if (!matches) throw new GeneralSecurityException("the webhook is not signed with this secret");
    if (Math.abs(nowSeconds - Long.parseLong(timestamp)) > 300)
      throw new GeneralSecurityException("the webhook is too old, or ahead of its time");
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) mac.update(part);
    return mac.doFinal();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String json) {
    return URL.encodeToString(utf8(json));
  }

  /** Ids are of letters, digits and a few signs; anything else is refused, in place of being escaped. */
  private static String quoted(String text) {
    if (!text.matches("[\\w.:@+-]{1,255}")) throw new IllegalArgumentException("not an id: " + text);
    return '"' + text + '"';
  }
}
