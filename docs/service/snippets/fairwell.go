// Package fairwell signs session tokens and verifies webhooks, with the standard library alone.
package fairwell

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Claims say who is signed in. Without a subscription, all of the customer's are meant.
type Claims struct {
	App          string `json:"aud"`
	Customer     string `json:"sub"`
	Subscription string `json:"subscription,omitempty"`
	Mode         string `json:"mode"` // "live", "test" or "sandbox"
	IssuedAt     int64  `json:"iat"`
	ExpiresAt    int64  `json:"exp"`
	Nonce        string `json:"jti"`
}

// SignSessionToken makes a token for the customer who is signed in; it holds for 15 minutes.
func SignSessionToken(secret string, claims Claims, now time.Time) (string, error) {
	nonce := make([]byte, 16)
	if _, err := rand.Read(nonce); err != nil {
		return "", err
	}
	encode := base64.RawURLEncoding.EncodeToString
	claims.IssuedAt, claims.ExpiresAt, claims.Nonce = now.Unix(), now.Unix()+900, encode(nonce)
	payload, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	signed := encode([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + encode(payload)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(signed))
	return signed + "." + encode(mac.Sum(nil)), nil
}

// VerifyWebhook checks a webhook whose body is as it arrived.
func VerifyWebhook(body []byte, header http.Header, secret string, now time.Time) error {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return err
	}
	id, timestamp := header.Get("webhook-id"), header.Get("webhook-timestamp")
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + timestamp + "."))
	mac.Write(body)
	expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	matches := false
	for _, given := range strings.Fields(header.Get("webhook-signature")) {
		matches = hmac.Equal([]byte(given), expected) || matches
	}
	if !matches {
		return errors.New("the webhook is not signed with this secret")
	}
	sent, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || now.Unix()-sent > 300 || sent-now.Unix() > 300 {
		return errors.New("the webhook is too old, or ahead of its time")
	}
	return nil
}
